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
with time as materialized (
  select row_number() over (order by period, period_start)::int as time, period, period_start, period_end from core.periods),
slice as materialized (
  select p.slice_start, t.time, t.period in ('all', 'ttm', 'year') as is_long from core.period_slices as p join time as t on t.period = p.period and t.period_start = p.period_start),
owner as materialized (
  select row_number() over (order by owner_id)::int as owner, owner_id from (select distinct owner_id from core.prospecting)),
met as materialized (
  select g.labels, o.owner, coalesce(a.account, 0) as account, slice_of(t.acted_at, r.ttm_start) as slice_start, count(*) as activities
  from core.prospecting as t
  cross join core.run as r
  join core.labelled_activities as g on g.id = t.activity_id
  join owner as o on o.owner_id = t.owner_id
  left join core.account_labels as a on a.account_id = t.account_id
  group by all),
placed as (
  select unnest(m.labels) as label, m.owner, m.account, p.time, p.is_long, m.activities from met as m join slice as p on p.slice_start = m.slice_start),
counted as (
  select label, 0 as owner, time, account, sum(activities) as activities from placed group by label, time, account
  union all
  -- One owner's month or quarter in one segment is not kept.
  select label, owner, time, account, sum(activities) from placed where label = 0 or is_long group by label, owner, time, account),
summed as (
  select label, owner, time, count(*) filter (where account > 0) as accounts, coalesce(sum(activities) filter (where account = 0), 0)::bigint as activities
  from counted group by label, owner, time)
select l.dimension, l.segment, o.owner_id, t.period, t.period_start, t.period_end, s.accounts as numerator, s.accounts as n, s.activities as excluded
from summed as s
join core.labels as l on l.label = s.label
join time as t on t.time = s.time
left join owner as o on o.owner = s.owner
