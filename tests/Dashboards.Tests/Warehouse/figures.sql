-- A small firm's year, each headline figure written by hand so that tests can name it.
INSERT INTO marts.run VALUES ('2025-12-31', '2023-01-02', '2025-12-31', 'EUR', 'won_opportunities', 'Ateliers du Rhône', '0.1.0');

INSERT INTO marts.tables VALUES
    ('accounts', 1, 'accounts', 'comptes', 120),
    ('opportunities', 2, 'opportunities', 'opportunités', 8800),
    ('orders', 3, 'orders or invoices', 'commandes ou factures', 0),
    ('products', 4, 'products', 'produits', 7),
    ('owners', 5, 'owners', 'commerciaux', 35);

INSERT INTO marts.dimensions VALUES
    ('sector', 1, 'Sector', 'Secteur', 9, NULL),
    ('product', 2, 'Product', 'Produit', 4, NULL),
    ('owner', 3, 'Owner', 'Commercial', 20, NULL),
    ('size', 4, 'Company size', 'Taille d’entreprise', 0, 'accounts.size'),
    ('channel', 5, 'Acquisition channel', 'Canal d’acquisition', 0, 'leads');

INSERT INTO marts.kpi_catalog VALUES
    ('revenue', 1, 'amount', 'sum', 'up', 'opportunities', NULL, 'Revenue', 'Chiffre d’affaires', 'Sum of the amounts of won opportunities.', 'Somme des montants des opportunités gagnées.', 'won without an amount', 'gagnées sans montant'),
    ('win_rate_closed_by_count', 2, 'ratio', 'rate', 'up', 'opportunities', NULL, 'Win rate', 'Taux de transformation', 'Won / (won + lost), by close date.', 'Gagnées / (gagnées + perdues), à la date de clôture.', 'closed without a date', 'closes sans date'),
    ('win_rate_closed_by_amount', 3, 'ratio', 'rate', 'up', 'opportunities', NULL, 'Win rate by amount', 'Taux de transformation en montant', 'Amount won / (amount won + amount lost), by close date.', 'Montant gagné / (montant gagné + montant perdu), à la date de clôture.', 'closed without an amount', 'closes sans montant'),
    ('basket_per_order', 4, 'amount', 'mean', 'up', 'opportunities', NULL, 'Average basket', 'Panier moyen', 'Revenue / number of won opportunities.', 'Chiffre d’affaires / nombre d’opportunités gagnées.', 'of amount zero', 'de montant nul'),
    ('basket_median', 5, 'amount', 'median', 'up', 'opportunities', NULL, 'Median', 'Médiane', 'Median amount of won opportunities.', 'Montant médian des opportunités gagnées.', 'of amount zero', 'de montant nul'),
    ('sales_cycle_mean', 6, 'days', 'mean', 'down', 'opportunities', NULL, 'Sales cycle', 'Cycle de vente', 'Mean of the days from creation to winning.', 'Moyenne des jours de la création à la signature.', 'won before it was created', 'gagnées avant leur création'),
    ('sales_cycle_median', 7, 'days', 'median', 'down', 'opportunities', NULL, 'Median', 'Médiane', 'Median of the days from creation to winning.', 'Médiane des jours de la création à la signature.', 'won before it was created', 'gagnées avant leur création'),
    ('opportunities_created', 8, 'count', 'count', 'up', 'opportunities', NULL, 'Opportunities created', 'Opportunités créées', 'Number of opportunities by creation date.', 'Nombre d’opportunités à la date de création.', 'without a creation date', 'sans date de création'),
    ('opportunities_open', 9, 'count', 'count', 'none', 'opportunities', NULL, 'Still open', 'Encore ouvertes', 'Number of opportunities neither won nor lost.', 'Nombre d’opportunités ni gagnées ni perdues.', '', ''),
    ('opportunities_won', 9, 'count', 'count', 'up', 'opportunities', NULL, 'Opportunities won', 'Opportunités gagnées', 'Number of opportunities won, by close date.', 'Nombre d’opportunités gagnées, à la date de clôture.', 'won without a close date', 'gagnées sans date de clôture'),
    ('opportunities_lost', 9, 'count', 'count', 'down', 'opportunities', NULL, 'Lost', 'Perdues', 'Number of opportunities lost, by close date.', 'Nombre d’opportunités perdues, à la date de clôture.', '', ''),
    ('customers', 10, 'count', 'count', 'up', 'opportunities', NULL, 'Customers', 'Clients', 'Number of accounts with at least one sale.', 'Nombre de comptes avec au moins une vente.', 'sales without a customer', 'ventes sans client'),
    ('pareto_customers', 11, 'count', 'count', 'none', 'opportunities', NULL, 'Customers making 80 %', 'Clients faisant 80 %', 'The smallest set of customers, by descending revenue, reaching 80 % of it.', 'Le plus petit groupe de clients, par chiffre d’affaires décroissant, qui en atteint 80 %.', 'customers without a positive amount', 'clients sans montant positif'),
    ('pareto_top20_share', 12, 'ratio', 'rate', 'none', 'opportunities', NULL, 'The top 20 % make', 'Les 20 % premiers font', 'Revenue of the first 20 % of customers / revenue.', 'Chiffre d’affaires des 20 % premiers clients / chiffre d’affaires.', '', ''),
    ('attrition', 14, 'ratio', 'rate', 'down', 'sales', NULL, 'Attrition', 'Attrition', 'Lost / active at the start.', 'Perdus / actifs au début.', '', ''),
    ('margin', 13, 'amount', 'sum', 'up', 'orders', 'orders', 'Margin', 'Marge', 'Revenue − cost.', 'Chiffre d’affaires − coût.', '', '');

INSERT INTO marts.kpis VALUES
    ('attrition', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', NULL, NULL, NULL, 0, 0, NULL, NULL),
    ('attrition', 'all', 'all', NULL, 'ttm', '2025-01-01', '2026-01-01', 37, 300, 0.1233, 300, 0, 0.09, 0.165),
    ('revenue', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 1234567, NULL, 1234567, 4238, 3, NULL, NULL),
    ('win_rate_closed_by_count', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 4238, 6711, 4238 / 6711, 6711, 12, 0.6199, 0.6429),
    ('win_rate_closed_by_amount', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 1234567, 1900000, 1234567 / 1900000, 6711, 12, NULL, NULL),
    ('basket_per_order', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 1234567, 4238, 1234567 / 4238, 4238, 3, 285.4, 297.2),
    ('basket_median', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', NULL, NULL, 81.5, 4238, 3, NULL, NULL),
    ('sales_cycle_mean', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 219452, 4238, 219452 / 4238, 4238, 0, 50.5, 53.1),
    ('sales_cycle_median', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', NULL, NULL, 57, 4238, 0, NULL, NULL),
    ('opportunities_created', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 8800, NULL, 8800, 8800, 0, NULL, NULL),
    ('opportunities_open', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 2089, NULL, 2089, 2089, 0, NULL, NULL),
    ('opportunities_won', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 4238, NULL, 4238, 4238, 0, NULL, NULL),
    ('opportunities_lost', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 2473, NULL, 2473, 2473, 0, NULL, NULL),
    ('customers', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 85, NULL, 85, 85, 0, NULL, NULL),
    ('pareto_customers', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 17, 85, 17, 85, 0, NULL, NULL),
    ('pareto_top20_share', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', NULL, NULL, 0.803, 85, 0, NULL, NULL),
    ('margin', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', NULL, NULL, NULL, 0, 0, NULL, NULL),
    ('win_rate_closed_by_count', 'sector', 'software', 'owner-1', 'all', '2023-01-02', '2026-01-01', 1, 1, 1, 1, 0, 0.2, 1);

-- Months and years of the whole base: a season and a slow rise, and a last month that the data only began.
INSERT INTO marts.kpis
SELECT kpi, 'all', 'all', NULL, 'month', month, month + INTERVAL 1 MONTH, NULL, NULL, base * (1 + 0.006 * m + 0.09 * sin(m / 1.9)), 118, 0, NULL, NULL
FROM (VALUES ('revenue', 34000), ('win_rate_closed_by_count', 0.58), ('win_rate_closed_by_amount', 0.6), ('basket_per_order', 280), ('sales_cycle_mean', 47), ('opportunities_created', 240), ('opportunities_won', 116), ('customers', 60)) AS k(kpi, base),
     (SELECT m, DATE '2023-01-01' + to_months(m::INTEGER) AS month FROM range(36) AS r(m));
INSERT INTO marts.kpis
SELECT kpi, 'all', 'all', NULL, 'year', make_date(y, 1, 1), make_date(y + 1, 1, 1), NULL, NULL, base * (1 + 0.05 * (y - 2024)), n, 0, base * (1 + 0.05 * (y - 2024)) * 0.96, base * (1 + 0.05 * (y - 2024)) * 1.04
FROM (VALUES ('win_rate_closed_by_count', 0.63, 2237), ('basket_per_order', 291, 1412), ('sales_cycle_mean', 51.8, 1412)) AS k(kpi, base, n),
     (SELECT y::INTEGER AS y FROM range(2023, 2026) AS r(y));

-- Segments: sectors that differ, one too small to judge and one unknown; products; twenty owners.
INSERT INTO marts.kpis
SELECT 'win_rate_closed_by_count', 'sector', s, NULL, 'all', '2023-01-02', '2026-01-01', w, c, w / c, c, 0, w / c - 1.96 * sqrt(w / c * (1 - w / c) / c), least(1, w / c + 1.96 * sqrt(w / c * (1 - w / c) / c))
FROM (VALUES ('software', 690, 900), ('retail', 799, 1255), ('medical', 592, 950), ('finance', 375, 690), ('marketing', 404, 640), ('telecommunications', 309, 480), ('entertainment', 260, 402), ('services', 219, 391), ('crafts', 5, 7), ('(unknown)', 585, 996)) AS v(s, w, c);
INSERT INTO marts.kpis
SELECT 'basket_per_order', 'sector', s, NULL, 'all', '2023-01-02', '2026-01-01', w * b, w, b, w, 0, b - 480 / sqrt(w), b + 480 / sqrt(w)
FROM (VALUES ('software', 690, 344.2), ('retail', 799, 291.0), ('medical', 592, 268.5), ('finance', 375, 322.4), ('marketing', 404, 283.1), ('telecommunications', 309, 301.3), ('entertainment', 260, 236.9), ('services', 219, 277.7), ('crafts', 5, 512.0), ('(unknown)', 585, 290.1)) AS v(s, w, b);
INSERT INTO marts.kpis
SELECT 'sales_cycle_mean', 'sector', s, NULL, 'all', '2023-01-02', '2026-01-01', w * b, w, b, w, 0, b - 44 / sqrt(w), b + 44 / sqrt(w)
FROM (VALUES ('software', 690, 44.6), ('retail', 799, 51.9), ('medical', 592, 53.4), ('finance', 375, 61.2), ('marketing', 404, 50.8), ('telecommunications', 309, 49.7), ('entertainment', 260, 52.6), ('services', 219, 55.3), ('crafts', 5, 20.2), ('(unknown)', 585, 52.0)) AS v(s, w, b);
INSERT INTO marts.kpis
SELECT 'win_rate_closed_by_count', 'sector', s, NULL, 'year', '2025-01-01', '2026-01-01', w, c, w / c, c, 0, w / c - 0.06, w / c + 0.06
FROM (VALUES ('software', 150, 240), ('retail', 160, 250), ('medical', 150, 245)) AS v(s, w, c);
INSERT INTO marts.kpis
SELECT kpi, 'product', p, NULL, 'all', '2023-01-02', '2026-01-01', NULL, NULL, v, 900, 0, v * 0.94, v * 1.06
FROM (VALUES ('win_rate_closed_by_count', 'GTX Basic', 0.63), ('win_rate_closed_by_count', 'GTX Pro', 0.62), ('win_rate_closed_by_count', 'MG Special', 0.64), ('win_rate_closed_by_count', 'GTK 500', 0.60),
             ('basket_per_order', 'GTX Basic', 292), ('basket_per_order', 'GTX Pro', 295), ('basket_per_order', 'MG Special', 288), ('basket_per_order', 'GTK 500', 300),
             ('sales_cycle_mean', 'GTX Basic', 52), ('sales_cycle_mean', 'GTX Pro', 51), ('sales_cycle_mean', 'MG Special', 53), ('sales_cycle_mean', 'GTK 500', 54)) AS x(kpi, p, v);
INSERT INTO marts.kpis
SELECT kpi, 'owner', 'Owner ' || lpad(o::VARCHAR, 2, '0'), NULL, 'all', '2023-01-02', '2026-01-01', NULL, NULL, base * (1 + 0.02 * sin(o * 2.1)), 200, 0, base * (1 + 0.02 * sin(o * 2.1)) * 0.9, base * (1 + 0.02 * sin(o * 2.1)) * 1.1
FROM (VALUES ('win_rate_closed_by_count', 0.63), ('basket_per_order', 291), ('sales_cycle_mean', 52)) AS k(kpi, base), range(1, 21) AS r(o);

-- 85 customers whose amounts fall as their rank grows; the first 17 make 80 %.
INSERT INTO marts.customers (account_id, name, first_order, last_order, orders, revenue, margin, rank_revenue, cumulative_share_revenue, in_pareto_revenue, in_pareto_margin, recency, usual_gap, owner)
WITH amounts AS (
    SELECT i, CASE WHEN i = 1 THEN 'Fonderie de l’Isère' WHEN i = 2 THEN 'Müller & Söhne' ELSE 'Client ' || lpad(i::VARCHAR, 2, '0') END AS name,
           CASE WHEN i <= 17 THEN 100000 - 5000 * i ELSE 4000 - 40 * (i - 17) END::DECIMAL(38, 2) AS revenue
    FROM range(1, 86) AS r(i)
)
SELECT 'A' || i, name, DATE '2023-01-10', DATE '2025-12-20' - (i * 3)::INTEGER, 10, revenue, NULL, i,
       (sum(revenue) OVER (ORDER BY i))::DOUBLE / (sum(revenue) OVER ())::DOUBLE, i <= 17, NULL, 11 + 3 * i, 24.5, 'Ann Lee'
FROM amounts
ORDER BY i;

INSERT INTO marts.scores (account_id, as_of, horizon_days, p_churn, expected_amount, p_top20, future_2080, reasons, churn_model)
SELECT account_id, '2025-12-31', 180, 0.9 / (1 + rank_revenue / 10.0),
       1000 * rank_revenue, rank_revenue / 100.0, rank_revenue BETWEEN 30 AND 34,
       '[{"feature":"recency","label_en":"silent for longer than usual","label_fr":"silence plus long que d’habitude","value":"92 d","contribution":0.8},{"feature":"trend","label_en":"falling amounts","label_fr":"montants en baisse","value":"-30 %","contribution":0.3}]', 'logistic'
FROM marts.customers
WHERE rank_revenue <= 40;
UPDATE marts.scores SET potential_reasons = '[{"feature":"orders","label_en":"orders so far","label_fr":"commandes à ce jour","value":7,"contribution":0.4},{"feature":"complaints","label_en":"complaints so far","label_fr":"réclamations à ce jour","value":2,"contribution":-0.2}]' WHERE future_2080;

INSERT INTO marts.model_card VALUES
    ('churn', 'auc', 0.774, 0.741, 0.806, 0.702, 'test'),
    ('churn', 'brier', 0.142, 0.131, 0.153, 0.187, 'test'),
    ('churn', 'log_loss', 0.447, 0.42, 0.475, 0.561, 'test'),
    ('churn', 'n', 1284, NULL, NULL, NULL, 'test');
INSERT INTO marts.model_notes VALUES
    ('churn', 1, 'On customers that it had not seen, the model ranks better than recency alone, beyond chance: its list is worth calling.', 'Sur des clients qu’il n’avait pas vus, le modèle classe mieux que la récence seule, au-delà du hasard : sa liste mérite un appel.');

INSERT INTO marts.checks VALUES ('kpis: one row per key', 0, NULL), ('orders: every account exists', 2, 'account ''A999'' of order O-17'), ('no win before creation', 0, NULL);
INSERT INTO staging.files VALUES
    ('opportunités 2023-2025.csv', 'opportunities', 'HubSpot', 'windows-1252', ';', 'aa', 8805, 8800, 5, NULL),
    ('entreprises.csv', 'accounts', 'HubSpot', 'utf-8', ',', 'bb', 120, 120, 0, NULL),
    ('produits.xlsx', 'products', NULL, NULL, NULL, 'cc', 7, 7, 0, NULL),
    ('lisez-moi.csv', NULL, NULL, 'utf-8', ',', 'dd', 0, 0, 0, 'No table has these columns: Field, Description.');
INSERT INTO staging.columns VALUES
    ('opportunités 2023-2025.csv', 'Montant', 'opportunities', 'amount', 1, 'understood'),
    ('opportunités 2023-2025.csv', 'Date de fermeture', 'opportunities', 'closed_at', 1, 'understood'),
    ('opportunités 2023-2025.csv', 'Phase', 'opportunities', 'stage', 0.8, 'guessed'),
    ('opportunités 2023-2025.csv', 'Score interne', 'opportunities', NULL, NULL, 'ignored'),
    ('entreprises.csv', 'Nom', 'accounts', 'name', 1, 'understood');
INSERT INTO staging.rejects VALUES
    ('opportunités 2023-2025.csv', 17, 'amount', '12,5,0 k', 'not_a_number', false),
    ('opportunités 2023-2025.csv', 204, NULL, 'O-204;Perdu', 'too_few_columns', true),
    ('opportunités 2023-2025.csv', 318, NULL, 'O-318', 'too_few_columns', true),
    ('opportunités 2023-2025.csv', 901, NULL, 'O-901', 'too_few_columns', true),
    ('opportunités 2023-2025.csv', 902, NULL, 'O-902', 'too_few_columns', true),
    ('opportunités 2023-2025.csv', 4401, 'opportunity_id', NULL, 'a_reason_of_tomorrow', true);
INSERT INTO staging.reject_reasons VALUES
    ('not_a_number', 1, 'not a number', 'pas un nombre', 'Write digits only.', 'N’écrire que des chiffres.'),
    ('too_few_columns', 2, 'too few columns', 'trop peu de colonnes', 'Export again.', 'Refaire l’export.');
INSERT INTO marts.duplicates VALUES
    ('A1', 'A2', 'SAS DUPONT', 'Dupont S.A.S.', 'duplicate', 0.9932, 'same name; same town', 'même nom ; même ville'),
    ('A3', 'A4', 'Durand', 'Durant', 'duplicate', 0.41, 'names spelled nearly alike', 'noms presque identiques'),
    ('A5', 'A6', 'Leroy Lille', 'Leroy Nice', 'same_company', 0.9, 'same SIREN', 'même SIREN');
INSERT INTO marts.duplicate_effect VALUES ('basket_per_order', 'ttm', 703.2, 733, 1);
UPDATE marts.duplicate_summary SET pairs = 2, likely = 1, merged = 3, apart = 1, contradictory = 2, unknown_account = 1, groups_left_out = 4;
INSERT INTO marts.assumptions VALUES (22, 'orders.csv', 'unknown', 3, 'orders.csv: a status that we do not know', 'orders.csv : un statut inconnu');
INSERT INTO staging.links VALUES
    ('opportunities', 'product', 'GTXPro', 'GTX Pro', 'normalised', 1480),
    ('opportunities', 'account', 'Ghost Ltd', NULL, 'none', 1),
    ('opportunities', 'product', 'GTK 500', 'GTK 500', 'exact', 15);

-- Keeping: two customers silent beyond their rhythm, cohorts of two quarters, a curve that halves at month 9, one cause beyond chance.
UPDATE marts.customers SET dropped_off = rank_revenue IN (3, 5), drop_off_since = DATE '2025-11-01' + rank_revenue::INTEGER, at_stake = revenue / 2;
INSERT INTO marts.kpis VALUES ('drop_off_at_stake', 'all', 'all', NULL, 'all', '2023-01-02', '2026-01-01', 80000, NULL, 80000, 85, 0, NULL, NULL);
INSERT INTO marts.kpi_catalog VALUES ('drop_off_at_stake', 15, 'amount', 'sum', 'down', 'sales', NULL, 'At stake', 'En jeu', 'Sum.', 'Somme.', '', '');
INSERT INTO marts.kpis SELECT 'attrition', 'all', 'all', NULL, 'quarter', DATE '2025-01-01' + to_months(3 * q::INTEGER), DATE '2025-04-01' + to_months(3 * q::INTEGER), 10 + q, 300, (10 + q) / 300, 300, 0, (10 + q) / 300 - 0.02, (10 + q) / 300 + 0.03 FROM range(4) AS r(q);
INSERT INTO marts.attrition_sensitivity VALUES (0.5, 280, 30, 0.107, 0.08, 0.15), (1, 300, 37, 0.123, 0.09, 0.165), (2, 320, 48, 0.15, 0.12, 0.19);
INSERT INTO marts.cohorts VALUES ('2025-01-01', 0, 30, 30, 9000, 1, 0.9, 1, true), ('2025-01-01', 1, 30, 18, 5000, 0.6, 0.4, 0.75, true), ('2025-04-01', 0, 8, 8, 900, 1, 0.7, 1, true), ('2025-04-01', 1, 8, 2, 300, 0.25, 0.07, 0.6, true);
INSERT INTO marts.survival SELECT 'customers', 'all', 'all', m, 200 - 10 * m, 1 - m / 18, greatest(0, 0.95 - m / 18), least(1, 1.05 - m / 18) FROM range(0, 13) AS r(m);
INSERT INTO marts.survival SELECT 'customers', 'size', s, m, 100 - 5 * m, 1 - m / 20, NULL, NULL FROM range(0, 13) AS r(m), (VALUES ('1–9'), ('10–249')) AS v(s);
INSERT INTO marts.survival SELECT 'opportunities', 'all', 'all', m, 100 - 5 * m, 1 - m / 20, NULL, NULL FROM range(0, 13) AS r(m);
INSERT INTO marts.loss_causes VALUES ('Late delivery', 33, 105, 22, 215, true), ('Price', 5, 105, 9, 215, false);
INSERT INTO marts.loss_changes VALUES ('owner_change', 'another owner took over', 'un changement de commercial', 42, 105, 43, 215, 0.4, 0.2, true), ('complaint', 'a complaint', 'une réclamation', 21, 105, 43, 215, 0.2, 0.2, false);

-- Winning: sales take four contacts, most deals are dropped by the third, one niche holds.
INSERT INTO marts.contact_ladder VALUES (1, 0, 40, 0, 0.4), (2, 10, 50, 0.1, 0.9), (4, 90, 10, 1, 1);
INSERT INTO marts.loss_reasons VALUES ('Price', 60, 9000, 0.6), ('Competitor', 40, 4000, 0.4);
INSERT INTO marts.niches VALUES ('win_rate', 'sector', 'software', 900, 0.767, 0.611, 0.0001, true), ('retention', 'sector', 'medical', 40, 0.8, 0.7, 0.2, false);
INSERT INTO marts.niche_prospects VALUES ('P1', 'Prospect 1', 'win_rate: software, margin: 10–249', 1, 900, '2025-03-04', 1, 1), ('P2', 'Prospect 2', 'win_rate: software', 0, 0, NULL, 2, 2);
