-- position: 73
-- theme: revenue
-- unit: ratio
-- kind: share
-- direction: up
-- needs: sales, products
-- label_en: Cross-sell in revenue
-- label_fr: Part des ventes additionnelles dans le CA
-- formula_en: cross-sell revenue / revenue; interval: of as many orders of one size as theirs are worth; none where credit notes leave less revenue than was cross-sold
-- formula_fr: CA des ventes additionnelles / CA ; intervalle : celui d’autant de commandes de même montant que les leurs en valent ; aucun si les avoirs laissent moins de CA que de ventes additionnelles
-- excluded_en: orders of zero
-- excluded_fr: commandes à zéro
-- numerator_rows: sale adding cross_sold where cross_sold is not null
-- denominator_rows: sale adding amount
select dimension, segment, owner_id, period, period_start, period_end,
  cross_sold as numerator, revenue as denominator, cross_sales as n, empty_orders as excluded,
  case when cross_sold between 0 and revenue then amount_share_low(cross_sold, revenue, ordered_sq) end as low,
  case when cross_sold between 0 and revenue then amount_share_high(cross_sold, revenue, ordered_sq) end as high
from parts.sale_periods
where exists (from parts.sale_periods where dimension = 'family' and segment <> '(unknown)')
