-- grain: one line of a sale of several products, or a sale of one
-- key: sale_id, _file, _row
-- as: view
-- Where each line repeats the order's whole amount, nothing says what each product brings: such lines are of no product, and of a family where it is the same for all.
select s.sale_id, s.account_id, s.sold_at, p.product_id, p.name as product, p.family, s.amount, s.cost, null as _file, null as _row
from core.sales as s
join core.products as p on p.product_id = s.product_id
union all
select s.sale_id, s.account_id, s.sold_at, p.product_id, p.name, case when t._file is null then p.family else m.family end, o.amount, case when s.cost is not null then o.cost end, o._file, o._row
from core.mixed_orders as m
join core.sales as s on s.sale_id = m.order_id
join core.orders as o on o.order_id = m.order_id
left join core.repeated_totals as t on t._file = o._file
left join core.products as p on p.product_id = case when t._file is null then o.product_id end
