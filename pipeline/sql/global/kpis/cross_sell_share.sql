-- position: 73
-- theme: revenue
-- unit: ratio
-- kind: share
-- direction: up
-- needs: sales, products
-- label_en: Cross-sell in revenue
-- label_fr: Part des ventes additionnelles dans le CA
-- formula_en: cross-sell revenue / revenue
-- formula_fr: CA des ventes additionnelles / CA
-- excluded_en: orders of zero
-- excluded_fr: commandes à zéro
-- numerator_rows: sale adding cross_sold where cross_sold is not null
-- denominator_rows: sale adding amount
select dimension, segment, owner_id, period, period_start, period_end,
  cross_sold as numerator, revenue as denominator, cross_sales as n, empty_orders as excluded
from parts.sale_periods
