-- Four quadrants of the 85 customers, two of them at a loss, three about to leave the top fifth; two Lorenz curves drawn by hand.
UPDATE marts.customers SET
    quadrant = CASE WHEN rank_revenue <= 12 THEN 'stars' WHEN rank_revenue <= 17 THEN 'to maintain' WHEN rank_revenue <= 47 THEN 'to develop' ELSE 'to serve at low cost' END,
    is_star = rank_revenue <= 8,
    revenue_ttm = 100 * rank_revenue,
    potential = CASE WHEN rank_revenue BETWEEN 18 AND 47 THEN 10000 ELSE 100 * rank_revenue END,
    lost_at = CASE WHEN rank_revenue IN (12, 47, 80) THEN DATE '2025-06-01' END,
    profit = CASE rank_revenue WHEN 84 THEN -150.5 WHEN 85 THEN -900 ELSE 1000 END,
    cost_to_serve = 2000;
UPDATE marts.scores SET falling_star = account_id IN ('A2', 'A3', 'A4');
INSERT INTO marts.lorenz SELECT 'revenue', 10 * i, 8 * i, 100 * i * i, i * i / 100 FROM range(1, 11) AS r(i);
INSERT INTO marts.lorenz SELECT 'margin', 50 * i, i, 10 * i, CASE i WHEN 1 THEN 0.25 ELSE 1 END FROM range(1, 3) AS r(i);
INSERT INTO marts.kpis VALUES ('gini_revenue', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', NULL, NULL, 0.61, 85, 0, NULL, NULL);
