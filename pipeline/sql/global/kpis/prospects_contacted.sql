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
with met as materialized (
  select g.dimension, g.segment, t.owner_id, nullif(t.account_id, '(none)') as account_id, slice_of(t.acted_at, r.ttm_start) as slice_start, count(*) as activities
  from core.prospecting as t
  cross join core.run as r
  join core.activity_segments as g on g.id = t.activity_id
  group by g.dimension, g.segment, t.owner_id, t.account_id, slice_start),
counted as (
  select m.dimension, m.segment, null as owner_id, p.period, p.period_start, p.period_end, m.account_id, sum(m.activities) as activities
  from met as m join core.period_slices as p on p.slice_start = m.slice_start
  group by m.dimension, m.segment, p.period, p.period_start, p.period_end, m.account_id
  union all
  -- One owner's month or quarter in one segment is not kept.
  select m.dimension, m.segment, m.owner_id, p.period, p.period_start, p.period_end, m.account_id, sum(m.activities)
  from met as m join core.period_slices as p on p.slice_start = m.slice_start
  where m.dimension = 'all' or p.period in ('all', 'ttm', 'year')
  group by m.dimension, m.segment, m.owner_id, p.period, p.period_start, p.period_end, m.account_id)
select dimension, segment, owner_id, period, period_start, period_end,
  count(account_id) as numerator, count(account_id) as n, coalesce(sum(activities) filter (where account_id is null), 0)::bigint as excluded
from counted group by dimension, segment, owner_id, period, period_start, period_end
