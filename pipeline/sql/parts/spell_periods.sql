-- grain: one dimension's segment, owner (NULL: all of them) and period; sums only
-- key: dimension, segment, owner_id, period, period_start
-- Lost: silent past its deadline in the period and not back before its end; who was back and is lost anew was a customer at the start all the same.  Undecided: silent since before a period that is not over, and due to be lost before it is.
-- Who is a customer at a period's start has begun before it and not been lost before it: the ones less the others.
with spell as (
  select s.account_id, g.labels, c.owner_id, slice_of(s.started_at, r.ttm_start) as started_slice, slice_of(s.last_order, r.ttm_start) as last_slice,
    slice_of(s.lost_at, r.ttm_start) as lost_slice, slice_of(s.back_at, r.ttm_start) as back_slice, date_trunc('month', s.due_at)::date as due_slice
  from per_customer.spells as s
  cross join core.run as r
  join core.account_facts as c on c.id = s.account_id
  join core.labelled_accounts as g on g.id = s.account_id
  where s.factor = 1),
change as (
  select unnest(labels) as label, owner_id, started_slice as slice, 1 as change from spell
  union all
  select unnest(labels), owner_id, lost_slice, -1 from spell where lost_slice is not null),
changed as (
  select label, case when grouping(owner_id) = 0 then owner_id end as owner_id, slice, sum(change) as change
  from change group by grouping sets ((label, owner_id, slice), (label, slice))),
standing as (
  select label, owner_id, slice, sum(change) over (partition by label, owner_id order by slice rows unbounded preceding) as spells from changed),
at_start as (
  select c.label, c.owner_id, p.period, p.period_start, p.period_end, s.spells
  from (select distinct label, owner_id from changed) as c
  cross join core.periods as p
  asof join standing as s on s.label = c.label and s.owner_id is not distinct from c.owner_id and s.slice < p.period_start
  where p.period <> 'all' and s.spells > 0),
ending as (
  select s.labels, s.owner_id, p.period, p.period_start, 1 as lost, 0 as undecided
  from spell as s
  join core.period_slices as p on p.slice_start = s.lost_slice
  where p.period <> 'all' and s.started_slice < p.period_start and (s.back_slice is null or s.back_slice >= p.period_end)
  union all
  select s.labels, s.owner_id, p.period, p.period_start, 1, 0
  from spell as s
  join core.period_slices as p on p.slice_start = s.lost_slice
  join (select account_id, started_slice, lost_slice from spell where back_slice is not null) as b
    on b.account_id = s.account_id and b.started_slice < p.period_start and b.lost_slice >= p.period_start
  where p.period <> 'all' and s.started_slice >= p.period_start and (s.back_slice is null or s.back_slice >= p.period_end)
  union all
  select s.labels, s.owner_id, p.period, p.period_start, 0, 1
  from spell as s
  join (select p.* from core.periods as p cross join core.run as r where p.period <> 'all' and p.period_end > r.as_of + 1) as p
    on s.started_slice < p.period_start and s.last_slice < p.period_start and s.due_slice < p.period_end
  where s.lost_slice is null),
ended as (
  select label, case when grouping(owner_id) = 0 then owner_id end as owner_id, period, period_start, sum(lost) as lost, sum(undecided) as undecided
  from (select unnest(labels) as label, * exclude (labels) from ending)
  group by grouping sets ((label, owner_id, period, period_start), (label, period, period_start)))
select l.dimension, l.segment, a.owner_id, a.period, a.period_start, a.period_end, a.spells as at_start, coalesce(e.lost, 0) as lost, coalesce(e.undecided, 0) as undecided
from at_start as a
join core.labels as l on l.label = a.label
left join ended as e on e.label = a.label and e.owner_id is not distinct from a.owner_id and e.period = a.period and e.period_start = a.period_start
