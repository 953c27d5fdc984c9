-- position: 62
-- theme: win
-- unit: days
-- kind: median
-- direction: down
-- needs: opportunities
-- label_en: Sales cycle, open deals included
-- label_fr: Cycle de vente, affaires en cours comprises
-- formula_en: median days from creation to win of opportunities created in the period, open ones counted for as long as they wait (Kaplan–Meier)
-- formula_fr: médiane des jours de la création au gain des opportunités créées dans la période, les ouvertes comptant pour leur attente (Kaplan–Meier)
-- excluded_en: lost opportunities are told apart
-- excluded_fr: opportunités perdues, comptées à part
-- numerator_rows: opportunity_created where outcome in ('open', 'won')
with fact as (
  select coalesce(o.closed_at, r.as_of) - o.created_at as days, o.outcome = 'won' as happened, o.owner_id, o.created_at as day, g.labels
  from core.opportunities as o
  cross join core.run as r
  join core.labelled_opportunities as g on g.id = o.opportunity_id
  where o.created_at is not null and (o.outcome = 'open' or (o.outcome = 'won' and o.closed_at >= o.created_at)))
select * exclude (numerator) from waiting_median(fact)
