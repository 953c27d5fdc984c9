-- grain: one stretch of time as a customer, by how many times its own silence ends it
-- key: factor, account_id, started_at
-- shards: per_customer.order_days
-- Only the days that begin a stretch are put in order: the last order of one is the order before the first of the next.
with first_day as (
  select d.account_id, d.sold_at, d.gap, f.factor, ceil(l.silence_days * f.factor)::int as silence_days
  from per_customer.order_days as d
  join per_customer.lost_after as l on l.account_id = d.account_id
  cross join (values (0.5), (0.75), (1.0), (1.25), (1.5), (2.0)) as f(factor)
  where d.gap is null or d.gap > ceil(l.silence_days * f.factor)::int),
followed as (
  select *, lead(sold_at) over customer as back_at, lead(gap) over customer as next_gap from first_day window customer as (partition by account_id, factor order by sold_at)),
latest as (
  select account_id, max(sold_at) as sold_at from per_customer.order_days group by account_id),
spell as (
  select f.factor, f.account_id, f.sold_at as started_at, coalesce(f.back_at - f.next_gap::int, e.sold_at) as last_order, f.silence_days, f.back_at
  from followed as f join latest as e on e.account_id = f.account_id)
select s.factor, s.account_id, s.started_at, s.last_order, s.last_order + s.silence_days as due_at,
  case when s.last_order + s.silence_days <= r.as_of then s.last_order + s.silence_days end as lost_at, s.back_at
from spell as s cross join core.run as r
