-- A run over a folder that held no table.
INSERT INTO marts.run VALUES ('2025-12-31', NULL, NULL, NULL, 'none', 'Nothing', '0.1.0');
INSERT INTO marts.tables VALUES ('orders', 1, 'orders or invoices', 'commandes ou factures', 0);
INSERT INTO marts.kpi_catalog VALUES ('revenue', 1, 'amount', 'sum', 'up', 'orders', 'orders', 'Revenue', 'Chiffre d’affaires', 'Sum of the amounts of orders.', 'Somme des montants des commandes.', 'without an amount', 'sans montant');
