-- position: 74
-- theme: revenue
-- unit: ratio
-- kind: share
-- direction: up
-- needs: sales, targets
-- label_en: Revenue against target
-- label_fr: CA sur objectif
-- formula_en: revenue / sum of the monthly targets of the period
-- formula_fr: montant réalisé / somme des objectifs mensuels de la période
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: sale adding amount where amount <> 0
-- denominator_rows: target adding target where metric = 'revenue' and starts = period_start and ends = period_end
select t.dimension, t.segment, null as owner_id, t.period, t.period_start, t.period_end,
  coalesce(s.revenue, 0) as numerator, t.target as denominator, coalesce(s.orders, 0) as n, 0 as excluded
from parts.target_periods as t
left join parts.sale_periods as s
  on s.dimension = t.dimension and s.segment = t.segment and s.owner_id is null and s.period = t.period and s.period_start = t.period_start
where t.metric = 'revenue'
