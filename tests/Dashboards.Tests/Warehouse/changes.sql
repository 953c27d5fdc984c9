-- A second run: one file came in, one changed, revenue moved.
INSERT INTO marts.runs VALUES (1), (2);
INSERT INTO marts.run_files VALUES (1, 'orders.csv', 'orders', 'new', 10), (2, 'orders.csv', 'orders', 'changed', 14), (2, 'leads.csv', 'leads', 'new', 3), (2, 'accounts.csv', 'accounts', 'unchanged', 5);
INSERT INTO marts.run_kpis VALUES (2, 'revenue', 'all', 1234567, 1200000), (2, 'win_rate_closed_by_count', 'all', 0.5, 0.5);
