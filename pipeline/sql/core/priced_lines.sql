-- grain: one line of an order, whether it is in a list of its own or among its order's, with its amount
-- key: _file, _row
-- as: view
select * replace (coalesce(amount, line_worth(coalesce(quantity, 1), unit_price, 0)) as amount) from staging.order_lines
union all by name
select o.id as order_id, o.product_id, o.product_name, o.product_family, o.quantity, o.unit_price, o.discount, line_worth(o.quantity, o.unit_price, o.discount) as amount, o._file, o._row
from staging.orders as o join core.headed_orders as h on h._file = o._file and h.id = o.id
