-- position: 11
-- theme: win
-- unit: count
-- kind: count
-- direction: none
-- needs: opportunities
-- label_en: Open opportunities
-- label_fr: Opportunités en cours
-- formula_en: opportunities open at the as-of date
-- formula_fr: opportunités en cours à la date d’arrêté
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: opportunity where outcome = 'open'
select g.dimension, g.segment, case when grouping(o.owner_id) = 0 then o.owner_id end as owner_id,
  p.period, p.period_start, p.period_end, count(*) filter (where o.outcome = 'open') as numerator, count(*) filter (where o.outcome = 'open') as n, 0 as excluded
from core.opportunities as o
join core.opportunity_segments as g on g.id = o.opportunity_id
join core.periods as p on p.period = 'all'
group by grouping sets (
  (g.dimension, g.segment, o.owner_id, p.period, p.period_start, p.period_end),
  (g.dimension, g.segment, p.period, p.period_start, p.period_end))
