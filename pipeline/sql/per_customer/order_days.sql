-- grain: one day on which a customer ordered
-- key: account_id, sold_at
-- shards: core.sales
select account_id, sold_at, sold_at - lag(sold_at) over (partition by account_id order by sold_at) as gap
from (select distinct account_id, sold_at from core.sales where amount > 0 and account_id is not null) as days
