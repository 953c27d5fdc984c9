-- grain: one line of a sale, or the sale where it has no lines
-- key: sale_id, _file, _row
-- as: view
select s.sale_id, s.account_id, s.sold_at, s.amount as sale_amount, p.product_id, p.family, o._file, o._row
from core.sales as s
left join core.orders as o on o.order_id = s.sale_id
left join core.known_products as p on p.product_id = coalesce(o.product_id, case when o.order_id is null then s.product_id end)
