-- grain: one order whose lines are not all of one product: one of their products, rather one that has a family, and their family where it is the same for all
-- key: order_id
with mixed as (
  select order_id from core.orders
  where order_id in (from core.split_orders)
  group by order_id
  having min(product_id) <> max(product_id) or count(product_id) between 1 and count(*) - 1)
select o.order_id, arg_min(o.product_id, (p.family is null, o.product_id)) as product_id,
  case when min(p.family) = max(p.family) and count(p.family) = count(*) then min(p.family) end as family
from core.orders as o
join mixed as m on m.order_id = o.order_id
left join core.products as p on p.product_id = o.product_id
group by o.order_id
