-- position: 75
-- theme: revenue
-- unit: ratio
-- kind: share
-- direction: up
-- needs: sales, orders.cost, targets
-- label_en: Margin against target
-- label_fr: Marge sur objectif
-- formula_en: margin / sum of the monthly targets of the period
-- formula_fr: marge / somme des objectifs mensuels de la période
-- excluded_en: orders without a cost
-- excluded_fr: commandes sans coût
-- numerator_rows: sale adding amount - cost where cost is not null
-- denominator_rows: target adding target where metric = 'margin' and starts = period_start and ends = period_end
select t.dimension, t.segment, null as owner_id, t.period, t.period_start, t.period_end,
  case when s.costed > 0 then s.costed_revenue - s.cost end as numerator, t.target as denominator, coalesce(s.costed, 0) as n, coalesce(s.uncosted, 0) as excluded
from parts.target_periods as t
left join parts.sale_periods as s
  on s.dimension = t.dimension and s.segment = t.segment and s.owner_id is null and s.period = t.period and s.period_start = t.period_start
where t.metric = 'margin'
