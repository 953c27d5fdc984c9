-- position: 66
-- theme: win
-- unit: ratio
-- kind: rate
-- direction: down
-- needs: activities, opportunities
-- label_en: Given up by the third contact
-- label_fr: Abandons au plus tard au 3e contact
-- formula_en: lost opportunities with at most three activities from detection to close / lost opportunities: the saying "80% give up after the third" on these data
-- formula_fr: opportunités perdues avec au plus trois activités entre détection et clôture / opportunités perdues : le dicton « 80 % abandonnent après la 3e » sur ces données
-- excluded_en: opportunities without an account or a creation date, or created after they closed
-- excluded_fr: opportunités sans compte ou sans date de création, ou créées après leur clôture
-- numerator_rows: opportunity_closed where outcome = 'lost' and contacts <= 3
-- denominator_rows: opportunity_closed where outcome = 'lost' and contacts is not null
with counted as (
  select g.dimension, g.segment, case when grouping(d.owner_id) = 0 then d.owner_id end as owner_id, p.period, p.period_start, p.period_end,
    count(*) filter (where d.contacts <= 3) as numerator, count(*) as denominator
  from core.deal_contacts as d
  join core.opportunity_segments as g on g.id = d.opportunity_id
  join core.periods as p on d.closed_at >= p.period_start and d.closed_at < p.period_end
  where d.outcome = 'lost'
  group by grouping sets (
    (g.dimension, g.segment, d.owner_id, p.period, p.period_start, p.period_end),
    (g.dimension, g.segment, p.period, p.period_start, p.period_end)))
select c.*, c.denominator as n, p.lost - c.denominator as excluded
from counted as c
join parts.opportunity_periods as p
  on p.dimension = c.dimension and p.segment = c.segment and p.owner_id is not distinct from c.owner_id and p.period = c.period and p.period_start = c.period_start
