-- grain: one day on which a customer bought of a product family
-- key: account_id, family, sold_at
-- shards: core.sale_families
select account_id, family, sold_at,
  lag(sold_at) over (partition by account_id, family order by sold_at) as before_at,
  lead(sold_at) over (partition by account_id, family order by sold_at) as next_at
from (select distinct account_id, family, sold_at from core.sale_families where account_id is not null) as days
