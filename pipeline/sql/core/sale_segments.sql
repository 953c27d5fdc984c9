-- grain: one sale under one dimension, one of several products under each of them and of their families
-- key: id, dimension, segment
select * from segments_of('core.sale_facts') as g
where g.dimension not in ('product', 'family') or g.id not in (select order_id from core.mixed_orders)
union all
select p.sale_id, p.dimension, p.segment
from core.sale_parts as p
where p.dimension = 'product' or exists (from core.sale_facts as f join core.products as d on d.product_id = f.product_id where d.family is not null)
-- reads core.accounts, core.account_tags, core.owners, core.products, marts.customer_rfm, marts.customer_potential through the macro
