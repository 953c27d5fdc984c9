-- position: 17
-- theme: value
-- unit: ratio
-- kind: share
-- direction: none
-- needs: sales
-- label_en: Revenue of the top 20% of customers
-- label_fr: CA des 20 % premiers clients
-- formula_en: revenue of the 20% largest customers / sum of positive revenues
-- formula_fr: CA des 20 % plus gros clients / somme des CA positifs
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: customer where revenue > 0
with ranked as (
  select revenue, rank_revenue, count(*) over () as customers from marts.customers where revenue > 0)
select 'all' as dimension, 'all' as segment, null as owner_id, p.period, p.period_start, p.period_end,
  sum(r.revenue) filter (where r.rank_revenue * 5 <= r.customers) as numerator, sum(r.revenue) as denominator,
  count(*) as n, 0 as excluded
from ranked as r join core.periods as p on p.period = 'all'
group by all
