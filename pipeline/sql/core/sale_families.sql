-- grain: one product family in a sale that brings an amount above zero of it, or whose lines do not tell their amounts
-- key: sale_id, family
-- as: view
select s.sale_id, s.account_id, s.sold_at, p.family
from core.sales as s
join core.products as p on p.product_id = s.product_id
where p.family is not null and s.amount > 0
union all
select s.sale_id, s.account_id, s.sold_at, p.segment
from core.sale_parts as p
join core.sales as s on s.sale_id = p.sale_id
where p.dimension = 'family' and p.segment <> '(unknown)' and p.amount > 0
union all
select distinct s.sale_id, s.account_id, s.sold_at, p.family
from core.mixed_orders as m
join core.sales as s on s.sale_id = m.order_id
join core.orders as o on o.order_id = m.order_id
join core.repeated_totals as t on t._file = o._file
join core.products as p on p.product_id = o.product_id
where m.family is null and p.family is not null and s.amount > 0
