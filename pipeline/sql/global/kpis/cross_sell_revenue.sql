-- position: 72
-- theme: revenue
-- unit: amount
-- kind: sum
-- direction: up
-- needs: sales, products
-- label_en: Cross-sell revenue
-- label_fr: CA des ventes additionnelles
-- formula_en: what orders after the first day as a customer bring of product families that the customer had not bought; an order of several counts with the lines of the new ones
-- formula_fr: part des commandes, après le premier jour de client, portant sur des familles de produits que le client n’avait pas achetées ; une commande de plusieurs familles compte pour les lignes des nouvelles
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: sale adding cross_sold where cross_sold is not null
select dimension, segment, owner_id, period, period_start, period_end,
  cross_sold as numerator, cross_sales as n, 0 as excluded
from parts.sale_periods
where exists (from parts.sale_periods where dimension = 'family' and segment <> '(unknown)')
