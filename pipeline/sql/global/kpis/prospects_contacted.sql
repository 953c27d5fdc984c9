-- position: 69
-- theme: acquire
-- unit: count
-- kind: count
-- direction: up
-- needs: activities
-- label_en: Prospects contacted
-- label_fr: Prospects contactés
-- formula_en: accounts, not yet customers, with at least one call, e-mail, meeting or visit in the period
-- formula_fr: comptes pas encore clients ayant eu au moins un appel, e-mail, rendez-vous ou visite dans la période
-- excluded_en: activities without an account
-- excluded_fr: activités sans compte
-- numerator_rows: activity counting account_id where is_prospecting
with met as (
  select g.dimension, g.segment, t.owner_id, nullif(t.account_id, '(none)') as account_id, slice_of(t.acted_at, r.ttm_start) as slice_start, count(*) as activities
  from core.prospecting as t
  cross join core.run as r
  join core.activity_segments as g on g.id = t.activity_id
  group by all)
select m.dimension, m.segment, case when grouping(m.owner_id) = 0 then m.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  count(distinct m.account_id) as numerator, count(distinct m.account_id) as n,
  coalesce(sum(m.activities) filter (where m.account_id is null), 0)::bigint as excluded
from met as m
join core.period_slices as p on p.slice_start = m.slice_start
group by grouping sets (
  (m.dimension, m.segment, m.owner_id, p.period, p.period_start, p.period_end),
  (m.dimension, m.segment, p.period, p.period_start, p.period_end))
