-- grain: one day on which a customer bought of a product family
-- key: account_id, family, sold_at
-- shards: core.sales
select account_id, family, sold_at,
  lag(sold_at) over (partition by account_id, family order by sold_at) as before_at,
  lead(sold_at) over (partition by account_id, family order by sold_at) as next_at
from (
  select distinct s.account_id, p.family, s.sold_at
  from core.sales as s join core.products as p on p.product_id = s.product_id and p.family is not null
  where s.amount > 0 and s.account_id is not null) as days
