-- position: 76
-- theme: win
-- unit: ratio
-- kind: share
-- direction: up
-- needs: opportunities, targets
-- label_en: Pipeline coverage
-- label_fr: Couverture du pipe
-- formula_en: amount of opportunities open at the as-of date / (revenue target − revenue so far) of the current year, quarter or month; n/a once the target is reached
-- formula_fr: montant des opportunités en cours à la date d’arrêté / (objectif de CA − CA réalisé) de l’année, du trimestre ou du mois en cours ; n.d. une fois l’objectif atteint
-- excluded_en: open opportunities without an amount
-- excluded_fr: opportunités en cours sans montant
-- numerator_rows: opportunity where outcome = 'open'
with open as (
  select g.dimension, g.segment, sum(o.amount) as amount, count(o.amount) as priced, count(*) - count(o.amount) as unpriced
  from core.opportunities as o join core.opportunity_segments as g on g.id = o.opportunity_id
  where o.outcome = 'open' group by g.dimension, g.segment)
select t.dimension, t.segment, null as owner_id, t.period, t.period_start, t.period_end,
  coalesce(o.amount, 0) as numerator, case when t.target > coalesce(s.revenue, 0) then t.target - coalesce(s.revenue, 0) end as denominator,
  coalesce(o.priced, 0) as n, coalesce(o.unpriced, 0) as excluded
from parts.target_periods as t
join core.run as r on r.as_of >= t.period_start and r.as_of < t.period_end
left join parts.sale_periods as s
  on s.dimension = t.dimension and s.segment = t.segment and s.owner_id is null and s.period = t.period and s.period_start = t.period_start
left join open as o on o.dimension = t.dimension and o.segment = t.segment
where t.metric = 'revenue'
