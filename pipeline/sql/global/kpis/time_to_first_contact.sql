-- position: 59
-- theme: acquire
-- unit: hours
-- kind: median
-- direction: down
-- needs: leads, activities
-- label_en: Time to first contact (median)
-- label_fr: Délai de prise de contact (médian)
-- formula_en: median hours from a lead’s detection to the first activity on its account from then on; where the exports do not give the clock of both, whole days × 24
-- formula_fr: médiane des heures de la détection d’une piste à la première activité qui la suit sur son compte ; là où les exports ne donnent pas l’heure des deux, jours entiers × 24
-- excluded_en: leads that nobody has contacted yet
-- excluded_fr: pistes que personne n’a encore contactées
-- numerator_rows: lead where contacted_at is not null
with fact as (
  select hours_of(l.seconds_waited) as x, f.owner_id, l.detected_at as day, g.labels
  from core.lead_outcomes as l
  join core.lead_facts as f on f.id = l.lead_id
  join core.labelled_leads as g on g.id = l.lead_id
  where l.contacted_at is not null),
waiting as (
  select g.dimension, g.segment, case when grouping(f.owner_id) = 0 then f.owner_id end as owner_id, p.period, p.period_start, count(*) as leads
  from core.lead_outcomes as l
  join core.lead_facts as f on f.id = l.lead_id
  join core.lead_segments as g on g.id = l.lead_id
  join core.periods as p on l.detected_at >= p.period_start and l.detected_at < p.period_end
  where l.contacted_at is null
  group by grouping sets ((g.dimension, g.segment, f.owner_id, p.period, p.period_start), (g.dimension, g.segment, p.period, p.period_start)))
select m.* replace (coalesce(w.leads, 0) as excluded)
from medians_of(fact) as m
left join waiting as w
  on w.dimension = m.dimension and w.segment = m.segment and w.owner_id is not distinct from m.owner_id and w.period = m.period and w.period_start = m.period_start
