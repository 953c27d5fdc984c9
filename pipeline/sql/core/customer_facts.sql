-- grain: one customer, as segments_of reads it
-- key: id
select c.account_id as id, c.account_id, coalesce(a.owner_id, c.last_owner_id) as owner_id, null::varchar as product_id, null::varchar as channel
from per_customer.customer_sales as c
join core.accounts as a on a.account_id = c.account_id
