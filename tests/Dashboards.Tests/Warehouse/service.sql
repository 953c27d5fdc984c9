-- Two years of quarters: satisfaction fell from 8.2 to 6.1 beyond chance, the complaints did not move.
INSERT INTO marts.kpis
SELECT kpi, 'all', 'all', NULL, 'quarter', start, start + INTERVAL 3 MONTH, NULL, NULL, value, n, 0, low, high
FROM (VALUES ('satisfaction', DATE '2024-01-01', 8.0, 5, 5.0, 9.9), ('satisfaction', DATE '2024-10-01', 8.2, 40, 7.8, 8.6), ('satisfaction', DATE '2025-07-01', 7.4, 44, 7.0, 7.8), ('satisfaction', DATE '2025-10-01', 6.1, 50, 5.6, 6.6),
             ('complaints_per_order', DATE '2024-10-01', 0.02, 400, 0.01, 0.04), ('complaints_per_order', DATE '2025-10-01', 0.025, 420, 0.013, 0.045)) AS v(kpi, start, value, n, low, high);
INSERT INTO marts.kpis VALUES
    ('satisfaction', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 1050, 140, 7.5, 140, 2, 7.2, 7.8),
    ('net_promoter_score', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 12, 140, 0.0857, 140, 2, -0.03, 0.2),
    ('complaints_per_order', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 80, 4000, 0.02, 4000, 0, 0.0159, 0.0249),
    ('complaint_resolution', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 900, 75, 12, 75, 5, 10.5, 13.5),
    ('satisfaction', 'sector', 'retail', NULL, 'all', '2023-01-02', '2026-01-01', 180, 30, 6, 30, 0, 5.4, 6.6),
    ('satisfaction', 'sector', 'software', NULL, 'all', '2023-01-02', '2026-01-01', 800, 100, 8, 100, 0, 7.7, 8.3),
    ('satisfaction', 'sector', 'crafts', NULL, 'all', '2023-01-02', '2026-01-01', 6, 3, 2, 3, 0, 1, 3);
INSERT INTO core.complaints SELECT 'C' || i, 'A' || i, CASE WHEN i <= 9 THEN 'Late delivery' WHEN i <= 11 THEN 'Price' END, DATE '2025-03-01', NULL FROM range(1, 13) AS r(i);
INSERT INTO marts.satisfaction_outcomes VALUES ('promoter', 60, 6, 0.1, 0.047, 0.2), ('detractor', 40, 20, 0.5, 0.352, 0.648), ('passive', 40, 9, 0.225, 0.123, 0.375);
INSERT INTO core.surveys VALUES ('s1', 'A1', '2025-12-01', 3, 'Livré trois semaines trop tard.'), ('s2', 'A2', '2025-11-01', 9, NULL), ('s3', 'A3', '2025-10-01', 8, '  ');
