-- grain: one sale and what it brings of families that the customer did not buy before, after its first day as a customer: by product, by family and in all
-- key: sale_id, dimension, segment
-- shards: core.sale_families, core.sale_lines, core.sales, per_customer.family_purchases, per_customer.customer_sales
with opening as materialized (
  select f.account_id, f.family, f.sold_at
  from per_customer.family_purchases as f join per_customer.customer_sales as c on c.account_id = f.account_id and c.first_order < f.sold_at
  where f.before_at is null),
-- A sale of one product is its own only line; those of several are few, and added up.
single as (
  select s.sale_id, p.name as product, p.family, s.amount
  from core.sales as s
  join core.products as p on p.product_id = s.product_id
  join opening as o on o.account_id = s.account_id and o.family = p.family and o.sold_at = s.sold_at
  where s.amount > 0),
line as (
  select l.sale_id, l.product, l.family, l.amount
  from core.mixed_orders as m
  join core.sale_families as v on v.sale_id = m.order_id
  join opening as o on o.account_id = v.account_id and o.family = v.family and o.sold_at = v.sold_at
  join core.sale_lines as l on l.sale_id = v.sale_id and l.family = v.family)
select s.sale_id, d.dimension, case d.dimension when 'product' then s.product when 'family' then s.family else 'all' end as segment, s.amount
from single as s cross join (values ('product'), ('family'), ('all')) as d(dimension)
union all
select sale_id, 'product', product, sum(amount)::decimal(18, 4) from line group by all
union all
select sale_id, 'family', family, sum(amount)::decimal(18, 4) from line group by all
union all
select sale_id, 'all', 'all', sum(amount)::decimal(18, 4) from line group by all
