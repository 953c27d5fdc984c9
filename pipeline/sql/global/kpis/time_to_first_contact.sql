-- position: 59
-- theme: acquire
-- unit: days
-- kind: median
-- direction: down
-- needs: leads, activities
-- label_en: Time to first contact (median)
-- label_fr: Délai de prise de contact (médian)
-- formula_en: median days from a lead’s detection to the first activity on its account
-- formula_fr: médiane des jours de la détection d’une piste à la première activité sur son compte
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: lead where contacted_at is not null
with fact as (
  select l.contacted_at - l.detected_at as x, f.owner_id, l.detected_at as day, g.labels
  from core.lead_outcomes as l
  join core.lead_facts as f on f.id = l.lead_id
  join core.labelled_leads as g on g.id = l.lead_id
  where l.contacted_at is not null)
select * from medians_of(fact)
