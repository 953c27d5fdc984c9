-- grain: one label of accounts, period and shard of the customers: those with an order in it, what they bring and its squares; sums only
-- key: shard, label, period, period_start
-- shards: core.labelled_sales(account)
-- Each customer's sales of a period are added up before they are squared, once for all of its labels; customers under the same labels are then added up together.
with kind as materialized (
  select row_number() over ()::int as kind, account_labels as labels from (select distinct account_labels from core.labelled_sales where account > 0 and account_labels <> [])),
time as materialized (
  select row_number() over (order by period, period_start)::int as time, period, period_start from core.periods),
slice as materialized (
  select p.slice_start, t.time from core.period_slices as p join time as t on t.period = p.period and t.period_start = p.period_start),
sliced as (
  select s.account, slice_of(s.sold_at, r.ttm_start) as slice_start, any_value(k.kind) as kind, sum(s.amount) as amount, max(s.amount) > 0 as placed
  from core.labelled_sales as s join kind as k on k.labels = s.account_labels cross join core.run as r
  where s.account > 0
  group by s.account, slice_start),
timed as (
  select s.account, p.time, any_value(s.kind) as kind, sum(s.amount) as amount
  from sliced as s join slice as p on p.slice_start = s.slice_start
  group by s.account, p.time having max(s.placed)),
together as (
  select kind, time, count(*) as customers, sum(amount) as revenue, sum(square(amount)) as revenue_sq from timed group by kind, time),
spread as (
  select unnest(k.labels) as label, t.* from together as t join kind as k on k.kind = t.kind)
select coalesce(getvariable('shard'), 0) as shard, s.label, t.period, t.period_start,
  sum(s.customers)::bigint as customers, sum(s.revenue) as revenue, sum(s.revenue_sq) as revenue_sq
from spread as s join time as t on t.time = s.time
group by s.label, t.period, t.period_start
