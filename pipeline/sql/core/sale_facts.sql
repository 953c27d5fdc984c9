-- grain: one sale, as segments_of reads it; one of several products by one of them
-- key: id
-- as: view
select s.sale_id as id, s.account_id, s.owner_id, coalesce(s.product_id, m.product_id) as product_id, s.channel, s.kind
from core.sales as s left join core.mixed_orders as m on m.order_id = s.sale_id
