-- says: the revenue that is shown is the orders' as they were read, but for those that a later file replaced, later than the as-of date or cancelled
with o as (select coalesce(sum(amount), 0) as amount from core.orders),
s as (select coalesce(sum(amount), 0) as amount from core.sales),
k as (select coalesce(sum(numerator), 0) as amount from marts.kpis where kpi = 'revenue' and dimension = 'all' and period = 'all' and owner_id is null)
select o.amount as in_orders, s.amount as in_sales, k.amount as shown
from o cross join s cross join k cross join core.run as r
where s.amount <> k.amount or r.sales_basis = 'orders' and o.amount <> s.amount
