-- grain: one line of an order as the exports have it, whether they list orders, or orders and their lines apart
-- key: _file, _row
-- as: view
select * replace (coalesce(cost, amount - profit) as cost) from core.order_rows
where id is null or id not in (select order_id from core.detailed_orders where counted <> 'order')
union all by name
select o.* exclude (amount, cost, profit, product_id, product_name, product_family, quantity, discount, _file, _row),
  coalesce(h.amount, l.amount) as amount, case when d.counted = 'shares' then h.cost else coalesce(l.cost, l.amount - l.profit, h.cost) end as cost, l.profit, l.quantity, coalesce(l.discount, o.discount) as discount,
  coalesce(l.product_id, o.product_id) as product_id,
  coalesce(l.product_name, o.product_name) as product_name, coalesce(l.product_family, o.product_family) as product_family, l._file, l._row
from core.priced_lines as l
join core.detailed_orders as d on d.order_id = l.order_id
join (from core.order_rows where id in (select order_id from core.detailed_orders where counted <> 'order') qualify row_number() over (partition by id order by _file desc, _row desc) = 1) as o on o.id = d.order_id
left join core.line_shares as h on h._file = l._file and h._row = l._row
where d.counted <> 'order'
