-- grain: one sale above zero under one product or family: the day of its customer's sale of it before, of all owners and of this one
-- key: sale_id, dimension, segment
-- shards: core.segmented_sales
with sold as (
  select sale_id, account_id, owner_id, sold_at, dimension, segment from core.segmented_sales where dimension in ('product', 'family') and amount > 0)
select *, lag(sold_at) over (partition by dimension, segment, account_id order by sold_at, sale_id) as before_at,
  lag(sold_at) over (partition by dimension, segment, account_id, owner_id order by sold_at, sale_id) as of_owner
from sold where account_id is not null
union all
select *, null, null from sold where account_id is null
