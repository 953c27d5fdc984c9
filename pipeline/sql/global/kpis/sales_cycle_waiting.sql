-- position: 62
-- theme: win
-- unit: days
-- kind: median
-- direction: down
-- needs: opportunities
-- label_en: Sales cycle, open deals included
-- label_fr: Cycle de vente, affaires en cours comprises
-- formula_en: median days from creation to win of opportunities created in the period, open ones counted for as long as they wait (Kaplan–Meier); interval: where half may have won (Brookmeyer and Crowley), once its upper end is reached
-- formula_fr: médiane des jours de la création au gain des opportunités créées dans la période, les ouvertes comptant pour leur attente (Kaplan–Meier) ; intervalle : jours où la moitié peut avoir signé (Brookmeyer et Crowley), dès que sa borne haute est atteinte
-- excluded_en: opportunities that were lost, or won before they were created
-- excluded_fr: opportunités perdues, ou gagnées avant d’être créées
-- numerator_rows: opportunity_created where outcome in ('open', 'won')
with fact as (
  select coalesce(o.closed_at, r.as_of) - o.created_at as days, o.outcome = 'won' as happened, o.owner_id, o.created_at as day, g.labels
  from core.opportunities as o
  cross join core.run as r
  join core.labelled_opportunities as g on g.id = o.opportunity_id
  where o.created_at is not null and (o.outcome = 'open' or (o.outcome = 'won' and o.closed_at >= o.created_at)))
select m.* exclude (numerator) replace (p.created - m.n as excluded)
from waiting_median(fact) as m
join parts.opportunity_periods as p
  on p.dimension = m.dimension and p.segment = m.segment and p.owner_id is not distinct from m.owner_id and p.period = m.period and p.period_start = m.period_start
