-- position: 14
-- theme: revenue
-- unit: ratio
-- kind: share
-- direction: up
-- needs: sales, orders.cost
-- label_en: Margin rate
-- label_fr: Taux de marge
-- formula_en: margin / revenue, orders whose cost is known
-- formula_fr: marge / chiffre d’affaires, commandes dont le coût est connu
-- excluded_en: orders without a cost
-- excluded_fr: commandes sans coût
-- numerator_rows: sale adding amount - cost where cost is not null
-- denominator_rows: sale adding amount where cost is not null
select dimension, segment, owner_id, period, period_start, period_end,
  costed_revenue - cost as numerator, costed_revenue as denominator, costed as n, uncosted as excluded,
  ratio_low(costed, costed_revenue - cost, costed_revenue, margin_sq, margin_by_revenue, costed_sq) as low,
  ratio_high(costed, costed_revenue - cost, costed_revenue, margin_sq, margin_by_revenue, costed_sq) as high
from parts.sale_periods
