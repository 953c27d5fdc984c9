-- grain: one product, listed or only mentioned, or a stand-in for the several of an order
-- key: product_id
from core.known_products
union all
select distinct product_id, '(several)', family, null::decimal(18, 4), null::decimal(18, 4), null, null, null from core.mixed_orders
