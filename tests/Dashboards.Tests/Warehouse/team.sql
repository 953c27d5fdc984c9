-- Three salespeople: Ann far above target every month, Bob below it, Cléa now above and now below.
INSERT INTO marts.owner_profiles VALUES
    ('o-ann', 'Ann Lee', 240000, 90000, true, 0.2, 800, 0.65, 'hunter', true),
    ('o-bob', 'Bob Roy', 60000, -2000, true, NULL, 700, 0.25, 'farmer', false),
    ('o-clea', 'Cléa N’Guyen', 126000, 40000, true, 0.5, 600, 0.5, 'hunter', false);
CREATE TEMP TABLE team_months AS
SELECT id, name, m, make_date(2025, m::INTEGER, 1) AS month,
       CASE id WHEN 'o-ann' THEN 20000 + 500 * (m % 2) WHEN 'o-bob' THEN 5000 - 200 * (m % 3) ELSE CASE WHEN m % 2 = 0 THEN 16000 ELSE 5000 END END AS revenue
FROM (VALUES ('o-ann', 'Ann Lee'), ('o-bob', 'Bob Roy'), ('o-clea', 'Cléa N’Guyen')) AS o(id, name), range(1, 13) AS r(m);
INSERT INTO marts.kpis
SELECT 'revenue', 'all', 'all', id, 'month', month, month + INTERVAL 1 MONTH, NULL, NULL, revenue, 5, 0, NULL, NULL FROM team_months;
DELETE FROM marts.kpis WHERE kpi = 'revenue' AND period = 'month' AND owner_id IS NULL;
INSERT INTO marts.kpis
SELECT 'revenue', 'all', 'all', NULL, 'month', month, month + INTERVAL 1 MONTH, NULL, NULL, sum(revenue), 15, 0, NULL, NULL FROM team_months GROUP BY month;
INSERT INTO marts.kpis
SELECT 'revenue_to_target', 'owner', name, NULL, 'month', month, month + INTERVAL 1 MONTH, revenue, 10000, revenue / 10000, 5, 0, NULL, NULL FROM team_months;
INSERT INTO marts.kpis
SELECT 'revenue_to_target', 'all', 'all', NULL, 'month', month, month + INTERVAL 1 MONTH, sum(revenue), 30000, sum(revenue) / 30000, 15, 0, NULL, NULL FROM team_months GROUP BY month;
INSERT INTO marts.kpis VALUES
    ('win_rate_closed_by_count', 'all', 'all', 'o-ann', 'all', '2023-01-02', '2026-01-01', 800, 1000, 0.8, 1000, 0, 0.774, 0.824),
    ('win_rate_closed_by_count', 'all', 'all', 'o-bob', 'all', '2023-01-02', '2026-01-01', 63, 100, 0.63, 100, 0, 0.53, 0.72),
    ('win_rate_closed_by_count', 'all', 'all', 'o-clea', 'all', '2023-01-02', '2026-01-01', 1, 4, 0.25, 4, 0, 0.046, 0.6),
    ('calls', 'all', 'all', 'o-ann', 'ttm', '2025-01-01', '2026-01-01', 120, NULL, 120, 300, 0, NULL, NULL),
    ('calls', 'all', 'all', 'o-bob', 'ttm', '2025-01-01', '2026-01-01', 60, NULL, 60, 90, 0, NULL, NULL),
    ('calls_reached', 'all', 'all', 'o-ann', 'ttm', '2025-01-01', '2026-01-01', 48, 120, 0.4, 120, 0, 0.3, 0.5),
    ('visits', 'all', 'all', 'o-bob', 'ttm', '2025-01-01', '2026-01-01', 30, NULL, 30, 90, 0, NULL, NULL),
    ('cost_per_quote', 'owner', 'Ann Lee', NULL, 'ttm', '2025-01-01', '2026-01-01', 9000, 25, 360, 25, 0, NULL, NULL);
INSERT INTO marts.owner_segments VALUES
    ('o-ann', 'sector', 'software', 40, 50, 0.8, 0.6, 0.8, 0.767, 0.67, 0.89, true, false),
    ('o-bob', 'sector', 'software', 10, 30, 0.333, 0.6, 0.63, 0.4, 0.19, 0.51, false, true),
    ('o-clea', 'sector', 'software', 3, 3, 1, 0.6, 0.25, 0.692, 0.44, 1, false, false),
    ('o-bob', 'sector', 'retail', 26, 50, 0.52, 0.5, 0.63, 0.517, 0.38, 0.65, false, false),
    ('o-ann', 'product', 'GTX Pro', 5, 10, 0.5, 0.5, 0.8, 0.5, 0.24, 0.76, false, false);

-- Two things to do: the contract of a customer, and a target that nobody measures.
INSERT INTO marts.action_plan VALUES
    (1, 'contract_ending', 'A1', 'Atelier <Nord>', 'Ann Lee', '2026-01-05', 1200, 'Propose the renewal', 'Proposer le renouvellement', 'Its contract ends on 2026-01-31', 'Son contrat se termine le 31/01/2026'),
    (2, 'target_without_measure', NULL, NULL, 'Bob Roy', '2026-01-30', NULL, 'Name the figure', 'Dire quel chiffre', 'Target of Bob Roy: no sale measures it', 'Objectif de Bob Roy : aucune vente ne le mesure');
