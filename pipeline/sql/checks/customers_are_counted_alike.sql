-- says: customers counted one by one are as many as those counted by the first order of each period
with one_by_one as (
  select dimension, segment, owner_id, period, period_start, customers from parts.customer_periods),
told as (
  select distinct dimension, owner_id is null as is_whole, period, period_start from one_by_one)
select a.dimension, a.segment, a.owner_id, a.period, a.period_start, a.customers, c.customers as one_by_one
from one_by_one as c
full join (from marts.active_customers where (dimension, owner_id is null, period, period_start) in (from told)) as a
  on a.dimension = c.dimension and a.segment = c.segment and a.owner_id is not distinct from c.owner_id and a.period = c.period and a.period_start = c.period_start
where coalesce(a.customers, 0) <> coalesce(c.customers, 0)
