-- says: customers counted one by one are as many as those counted by the first order of each period
select a.dimension, a.segment, a.period, a.period_start, a.customers, c.customers as one_by_one
from parts.customer_periods as c
full join (from marts.active_customers where owner_id is null and (dimension = 'all' or dimension in (select dimension from parts.customer_periods))) as a
  on a.dimension = c.dimension and a.segment = c.segment and a.period = c.period and a.period_start = c.period_start
where coalesce(a.customers, 0) <> coalesce(c.customers, 0)
