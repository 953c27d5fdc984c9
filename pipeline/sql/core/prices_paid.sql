-- grain: one customer, product and day that the exports name a quantity for: what a unit cost the customer, after discount
-- key: account_id, product_id, day
select o.account_id, o.product_id, o.ordered_at as day, ratio(sum(o.amount), sum(e.quantity)) as price
from core.orders as o
join core.order_entries as e on e._file = o._file and e._row = o._row
where o.account_id is not null and o.product_id is not null and o.amount > 0 and e.quantity > 0
group by o.account_id, o.product_id, o.ordered_at
