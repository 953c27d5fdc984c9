-- position: 6
-- theme: win
-- unit: days
-- kind: median
-- direction: down
-- needs: opportunities
-- label_en: Sales cycle (median)
-- label_fr: Cycle de vente médian
-- formula_en: median days from creation to win, opportunities won in the period
-- formula_fr: médiane des jours de la création au gain, opportunités gagnées dans la période
-- excluded_en: won opportunities without a creation date, or created after they closed
-- excluded_fr: opportunités gagnées sans date de création, ou créées après leur clôture
-- numerator_rows: opportunity_closed where outcome = 'won' and days >= 0
with fact as (
  select o.closed_at - o.created_at as x, o.owner_id, o.closed_at as day, g.labels
  from core.opportunities as o join core.labelled_opportunities as g on g.id = o.opportunity_id
  where o.outcome = 'won' and o.closed_at >= o.created_at)
select m.* replace (p.won - m.n as excluded)
from medians_of(fact) as m
join parts.opportunity_periods as p
  on p.dimension = m.dimension and p.segment = m.segment and p.owner_id is not distinct from m.owner_id and p.period = m.period and p.period_start = m.period_start
