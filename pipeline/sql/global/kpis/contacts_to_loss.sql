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
-- excluded_en: opportunities without an account
-- excluded_fr: opportunités sans compte
-- numerator_rows: opportunity_closed where outcome = 'lost'
with fact as (
  select d.contacts as x, d.owner_id, d.closed_at as day, g.labels
  from core.deal_contacts as d join core.labelled_opportunities as g on g.id = d.opportunity_id
  where d.outcome = 'lost')
select * from medians_of(fact)
