-- position: 76
-- theme: win
-- unit: ratio
-- kind: share
-- direction: up
-- needs: opportunities, targets
-- label_en: Pipeline coverage
-- label_fr: Couverture du pipe
-- formula_en: amount of opportunities open at the as-of date, past qualification (unqualified_stages in analytics.yml names the stages before it, else their names tell), that are expected to close by the end of the current year, quarter or month, or bear no such day / (revenue target − revenue so far) of that period; n/a once the target is reached
-- formula_fr: montant des opportunités en cours à la date d’arrêté, passé la qualification (unqualified_stages dans analytics.yml nomme les étapes d’avant, à défaut leurs noms le disent), dont la clôture est attendue avant la fin de l’année, du trimestre ou du mois en cours, ou sans date attendue / (objectif de CA − CA réalisé) de cette période ; n.d. une fois l’objectif atteint
-- excluded_en: open opportunities without an amount, or at a stage before qualification
-- excluded_fr: opportunités en cours sans montant, ou à une étape d’avant la qualification
-- numerator_rows: opportunity where outcome = 'open' and is_qualified is distinct from false and (expected_at is null or expected_at < period_end)
with target as (
  select t.* from parts.target_periods as t join core.run as r on r.as_of >= t.period_start and r.as_of < t.period_end where t.metric = 'revenue'),
due as (
  select t.dimension, t.segment, t.period, sum(o.amount) filter (where o.is_qualified is distinct from false) as amount, count(o.amount) filter (where o.is_qualified is distinct from false) as priced, count(*) as open
  from target as t
  join core.opportunity_segments as g on g.dimension = t.dimension and g.segment = t.segment
  join core.opportunities as o on o.opportunity_id = g.id and o.outcome = 'open' and (o.expected_at is null or o.expected_at < t.period_end)
  group by t.dimension, t.segment, t.period)
select t.dimension, t.segment, null as owner_id, t.period, t.period_start, t.period_end,
  coalesce(d.amount, 0) as numerator, case when t.target > coalesce(s.revenue, 0) then t.target - coalesce(s.revenue, 0) end as denominator,
  coalesce(d.priced, 0) as n, coalesce(d.open - d.priced, 0) as excluded
from target as t
left join parts.sale_periods as s
  on s.dimension = t.dimension and s.segment = t.segment and s.owner_id is null and s.period = t.period and s.period_start = t.period_start
left join due as d on d.dimension = t.dimension and d.segment = t.segment and d.period = t.period
