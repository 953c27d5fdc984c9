-- position: 72
-- theme: revenue
-- unit: amount
-- kind: sum
-- direction: up
-- needs: sales, products
-- label_en: Cross-sell revenue
-- label_fr: CA des ventes additionnelles
-- formula_en: orders, after the first day as a customer, that open a product family the customer had not bought
-- formula_fr: commandes, après le premier jour de client, ouvrant une famille de produits que le client n’avait pas achetée
-- excluded_en: orders of several products
-- excluded_fr: commandes de plusieurs produits
-- numerator_rows: sale adding amount where is_cross_sold
select dimension, segment, owner_id, period, period_start, period_end,
  cross_sold as numerator, cross_sales as n, 0 as excluded
from parts.sale_periods
