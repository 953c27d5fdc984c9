-- grain: one product or family in a sale of several products: what its lines bring of the sale's amount and cost
-- key: sale_id, dimension, segment
with line as (
  select l.* from core.mixed_orders as m join core.sale_lines as l on l.sale_id = m.order_id)
select sale_id, 'product' as dimension, coalesce(product, '(unknown)') as segment, sum(amount)::decimal(18, 4) as amount, sum(cost)::decimal(18, 4) as cost
from line group by all
union all
select sale_id, 'family', coalesce(family, '(unknown)'), sum(amount)::decimal(18, 4), sum(cost)::decimal(18, 4)
from line group by all
