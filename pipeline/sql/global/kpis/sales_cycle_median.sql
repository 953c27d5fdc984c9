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
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: opportunity_closed where outcome = 'won' and days >= 0
with fact as (
  select o.closed_at - o.created_at as x, o.owner_id, o.closed_at as day, g.labels
  from core.opportunities as o join core.labelled_opportunities as g on g.id = o.opportunity_id
  where o.outcome = 'won' and o.closed_at >= o.created_at)
select * from medians_of(fact)
