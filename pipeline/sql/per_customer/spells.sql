-- grain: one stretch of time as a customer, by how many times its own silence ends it
-- key: factor, account_id, started_at
-- shards: per_customer.order_days
with day as (
  select d.account_id, d.sold_at, d.gap, f.factor, ceil(l.silence_days * f.factor)::int as silence_days
  from per_customer.order_days as d
  join per_customer.lost_after as l on l.account_id = d.account_id
  cross join (values (0.5), (0.75), (1.0), (1.25), (1.5), (2.0)) as f(factor)),
numbered as (
  select *, count(*) filter (where gap is null or gap > silence_days) over (partition by account_id, factor order by sold_at) as spell from day),
spell as (
  select factor, account_id, min(sold_at) as started_at, max(sold_at) as last_order, max(sold_at) + max(silence_days) as due_at
  from numbered group by factor, account_id, spell)
select s.*, case when s.due_at <= r.as_of then s.due_at end as lost_at,
  lead(s.started_at) over (partition by s.factor, s.account_id order by s.started_at) as back_at
from spell as s cross join core.run as r
