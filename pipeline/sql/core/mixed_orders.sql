-- grain: one order whose lines are of several products, and the stand-in that it counts under: "(several)" of their one family, or of several
-- key: order_id
select o.order_id, '(several)' || coalesce(' ' || case when count(distinct p.family) = 1 and count(p.family) = count(*) then min(p.family) end, '') as product_id,
  case when count(distinct p.family) = 1 and count(p.family) = count(*) then min(p.family) when count(p.family) > 0 then '(several)' end as family
from core.orders as o
join core.known_products as p on p.product_id = o.product_id
group by o.order_id
having count(distinct o.product_id) > 1
