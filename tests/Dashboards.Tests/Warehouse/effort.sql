-- Four sectors: retail yields most per euro, software has the large basket that is seldom won, crafts are too few to name.
INSERT INTO marts.effort VALUES
    ('sector', 'crafts', 4, 4, 2000, 0.9, 100, 0.9, 20, 500, 5000, 20, 90, 50, 1, 'inside sales'),
    ('sector', 'retail', 60, 25, 1000, 0.8, 200, 0.7, 30, 200, 2257.85, 9, 14, 11.29, 2, 'inside sales'),
    ('sector', 'software', 40, 20, 6000, 0.7, 1500, 0.4, 90, 900, 12247.93, 5, 12, 8.17, 3, 'campaign'),
    ('sector', 'medical', 30, 12, 1500, 0.5, 1200, 0.66, 45, 280, 2491.74, 1, 4, 2.08, 4, 'inside sales'),
    ('product', 'GTX Pro', 50, NULL, 900, NULL, NULL, 0.5, 40, 300, NULL, NULL, NULL, NULL, 1, NULL);
INSERT INTO marts.kpis VALUES
    ('win_rate_closed_by_count', 'all', 'all', NULL, 'ttm', '2025-01-01', '2026-01-01', 600, 1000, 0.6, 1000, 0, 0.569, 0.63),
    ('basket_per_order', 'all', 'all', NULL, 'ttm', '2025-01-01', '2026-01-01', 300000, 1000, 300, 1000, 0, 285, 315),
    ('win_rate_closed_by_count', 'sector', 'crafts', NULL, 'ttm', '2025-01-01', '2026-01-01', 4, 5, 0.8, 5, 0, 0.37, 0.96),
    ('basket_per_order', 'sector', 'crafts', NULL, 'ttm', '2025-01-01', '2026-01-01', 2500, 5, 500, 5, 0, 100, 900),
    ('win_rate_closed_by_count', 'sector', 'retail', NULL, 'ttm', '2025-01-01', '2026-01-01', 210, 300, 0.7, 300, 0, 0.646, 0.749),
    ('basket_per_order', 'sector', 'retail', NULL, 'ttm', '2025-01-01', '2026-01-01', 42000, 210, 200, 210, 0, 180, 220),
    ('win_rate_closed_by_count', 'sector', 'software', NULL, 'ttm', '2025-01-01', '2026-01-01', 80, 200, 0.4, 200, 0, 0.335, 0.469),
    ('basket_per_order', 'sector', 'software', NULL, 'ttm', '2025-01-01', '2026-01-01', 72000, 80, 900, 80, 0, 700, 1100),
    ('win_rate_closed_by_count', 'sector', 'medical', NULL, 'ttm', '2025-01-01', '2026-01-01', 66, 100, 0.66, 100, 0, 0.563, 0.745),
    ('basket_per_order', 'sector', 'medical', NULL, 'ttm', '2025-01-01', '2026-01-01', 18480, 66, 280, 66, 0, 250, 310);
INSERT INTO marts.rules VALUES
    ('customers_up_basket_down', '2025-07-01', 0.18, -0.22, 'Look for split or doubled accounts', 'Cherchez des comptes scindés ou en double'),
    ('customers_up_basket_down', '2025-10-01', 0.12, -0.11, 'Look for split or doubled accounts', 'Cherchez des comptes scindés ou en double'),
    ('orders_up_basket_down', '2025-04-01', 0.21, -0.12, 'Orders rose while the basket fell', 'Commandes en hausse et panier en baisse'),
    ('target_without_measure', 'Bob Roy revenue', 12, 0, 'A target that no sale measures', 'Un objectif qu’aucune vente ne mesure');
