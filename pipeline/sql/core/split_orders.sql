-- grain: one order of several lines
-- key: order_id
select order_id from core.orders group by order_id having count(*) > 1
