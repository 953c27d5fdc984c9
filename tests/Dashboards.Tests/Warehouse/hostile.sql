-- What an export may hold in the place of a name.
CREATE TEMP TABLE hostile AS
SELECT * FROM (VALUES
    (1, '</script><script>document.title = "owned"</script>'),
    (2, '<img src=x onerror="document.title = ''owned''">'),
    (3, '<a href="https://example.com">here</a> <b>bold</b> &lt;'),
    (4, chr(8238) || 'desrever' || chr(8236) || chr(8207) || 'x'),
    (5, repeat('W', 10000)),
    (6, '👩🏽‍🚀 ' || repeat('🚀', 80)),
    (7, '=HYPERLINK("https://example.com")'),
    (8, '{{constructor}} ${x} %{x} <!-- ]]> ' || chr(8232) || chr(8233) || ' ' || chr(10) || 'line'),
    (9, '__proto__'),
    (10, ' ')) AS v(i, name);
UPDATE marts.customers SET name = h.name FROM hostile AS h WHERE rank_revenue = h.i;
UPDATE marts.run SET title = '</title><script>document.title = "owned"</script>', version = '"><script>document.title = "owned"</script>';
UPDATE marts.kpis SET segment = h.name FROM hostile AS h WHERE dimension = 'owner' AND segment = 'Owner ' || lpad(h.i::VARCHAR, 2, '0');
UPDATE marts.dimensions SET label_en = '<i>Owner</i>', label_fr = '<i>Commercial</i>' WHERE dimension = 'owner';
INSERT INTO staging.files SELECT name, 'opportunities', name, name, name, 'x', 1, 0, 1, name FROM hostile;
INSERT INTO staging.columns SELECT name, name, 'opportunities', name, 0.5, 'guessed' FROM hostile;
INSERT INTO staging.rejects SELECT name, 1, name, name, name, true FROM hostile;
INSERT INTO staging.reject_reasons SELECT name, i, name, name, name, name FROM hostile;
INSERT INTO marts.duplicates SELECT 'h' || i, 'g' || i, name, name, 'duplicate', 0.5, name, name FROM hostile;
INSERT INTO staging.links SELECT 'opportunities', 'account', name, name, 'normalised', 1 FROM hostile;
INSERT INTO marts.assumptions SELECT i, name, name, 1, name, name FROM hostile;
INSERT INTO marts.checks SELECT name, 1, name FROM hostile;
INSERT INTO marts.model_notes SELECT name, i, name, name FROM hostile;
INSERT INTO marts.model_card SELECT name, name, 0.5, NULL, NULL, NULL, name FROM hostile;
INSERT INTO marts.loss_causes SELECT name, 3, 10, 1, 10, true FROM hostile;
INSERT INTO marts.loss_changes SELECT name, name, name, 3, 10, 1, 10, 0.3, 0.1, true FROM hostile;
INSERT INTO marts.action_plan SELECT i, 'drop_off', name, name, name, DATE '2025-12-31', 100, name, name, name, name FROM hostile;
INSERT INTO marts.niche_prospects SELECT name, name, name, 1, 5, NULL, i, i FROM hostile;
INSERT INTO marts.loss_reasons SELECT name, 3, 10, 0.1 FROM hostile;
INSERT INTO marts.niches SELECT 'win_rate', name, name, 30, 0.8, 0.5, 0.01, true FROM hostile;
UPDATE marts.customers SET dropped_off = true, owner = name;
INSERT INTO marts.owner_profiles SELECT 'h' || i, name, 1000, NULL, false, 0.5, 10, 0.5, name, true FROM hostile;
INSERT INTO marts.owner_segments SELECT 'h' || i, 'sector', name, 10, 20, 0.5, 0.5, 0.5, 0.5, 0.4, 0.6, true, false FROM hostile;
INSERT INTO marts.kpis SELECT 'win_rate_closed_by_count', 'all', 'all', 'h' || i, 'all', DATE '2023-01-02', DATE '2026-01-01', 10, 20, 0.5, 20, 0, 0.3, 0.7 FROM hostile;
INSERT INTO marts.kpis SELECT 'calls', 'all', 'all', 'h' || i, 'ttm', DATE '2025-01-01', DATE '2026-01-01', 10, NULL, 10, 20, 0, NULL, NULL FROM hostile;
INSERT INTO core.surveys SELECT 'h' || i, 'A' || i, DATE '2025-12-31', 1, name FROM hostile;
INSERT INTO core.complaints SELECT 'h' || i, 'A' || i, name, DATE '2025-12-31', NULL FROM hostile;
INSERT INTO marts.satisfaction_outcomes SELECT name, 10, 5, 0.5, 0.3, 0.7 FROM hostile;
INSERT INTO marts.kpis SELECT 'satisfaction', 'sector', name, NULL, 'all', DATE '2023-01-02', DATE '2026-01-01', 5, 20, 5, 20, 0, 4, 6 FROM hostile;
