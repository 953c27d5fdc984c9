-- grain: one owner (NULL: all of them) over the last twelve months: what its customers brought, those first won in them apart, and the squares of each one's; sums only
-- key: owner_id
-- What is counted is the margin, or the revenue where some sale of the base has no cost. A sale without a customer stands for one of its own.
with sale as (
  select s.owner_id, coalesce(s.account_id, s.sale_id) as customer, s.amount, s.amount - s.cost as margin,
    case when v.is_costed then s.amount - s.cost else s.amount end as counted, coalesce(c.first_order >= r.ttm_start, false) as is_new
  from core.sales as s
  cross join core.run as r
  cross join core.coverage as v
  left join per_customer.customer_sales as c on c.account_id = s.account_id
  where s.sold_at >= r.ttm_start),
of_customer as (
  select grouping(owner_id) = 1 as is_whole, owner_id, sum(amount) as revenue, sum(margin) as margin, sum(counted) as counted,
    coalesce(sum(counted) filter (where is_new), 0) as counted_new, count(*) as sales
  from sale group by grouping sets ((owner_id, customer), (customer)))
select owner_id, sum(revenue) as revenue, sum(margin) as margin, sum(counted) as counted, sum(counted_new) as counted_new, sum(sales)::bigint as sales,
  count(*) as customers, sum(square(counted)) as counted_sq, sum(square(counted_new)) as counted_new_sq
from of_customer group by is_whole, owner_id
