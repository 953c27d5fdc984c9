-- Twelve months of 100 make a target of 1,200; nine months done, the rest expected.
DELETE FROM marts.kpis WHERE kpi = 'revenue_to_target' AND dimension = 'all' AND period = 'month';
INSERT INTO marts.kpis
SELECT 'revenue_to_target', 'all', 'all', NULL, 'month', m, (m + INTERVAL 1 MONTH)::DATE, 100, 100, 1, 1, 0, NULL, NULL
FROM (SELECT (DATE '2025-01-01' + to_months(i::INT))::DATE AS m FROM range(12) AS r(i));
INSERT INTO marts.forecast VALUES ('revenue', '2025-01-01', '2025-09-01', 3, 900, 'scaled', 1300, 1250, 1350);
INSERT INTO marts.forecast VALUES ('margin', '2025-01-01', '2025-09-01', 3, 400, 'scaled', 560, 500, 620);
