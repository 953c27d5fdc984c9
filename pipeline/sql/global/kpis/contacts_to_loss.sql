-- position: 65
-- theme: win
-- unit: count
-- kind: median
-- direction: none
-- needs: activities, opportunities
-- label_en: Contacts before giving up (median)
-- label_fr: Contacts avant abandon (médiane)
-- formula_en: median number of activities on the account from detection to the close of opportunities lost in the period
-- formula_fr: nombre médian d’activités sur le compte entre la détection et la clôture des opportunités perdues dans la période
-- excluded_en: opportunities without an account or a creation date, or created after they closed
-- excluded_fr: opportunités sans compte ou sans date de création, ou créées après leur clôture
-- numerator_rows: opportunity_closed where outcome = 'lost'
with fact as (
  select d.contacts as x, d.owner_id, d.closed_at as day, g.labels
  from core.deal_contacts as d join core.labelled_opportunities as g on g.id = d.opportunity_id
  where d.outcome = 'lost')
select m.* replace (p.lost - m.n as excluded)
from medians_of(fact) as m
join parts.opportunity_periods as p
  on p.dimension = m.dimension and p.segment = m.segment and p.owner_id is not distinct from m.owner_id and p.period = m.period and p.period_start = m.period_start
