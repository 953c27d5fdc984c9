-- grain: one account, as segments_of reads it, and one that stands for facts without an account
-- key: id
select a.account_id as id, a.account_id, coalesce(a.owner_id, c.last_owner_id, '(unknown)') as owner_id, null::varchar as product_id, l.channel, null::varchar as kind
from core.accounts as a
left join per_customer.customer_sales as c on c.account_id = a.account_id
left join core.first_leads as l on l.account_id = a.account_id
union all
select '(none)', null, '(unknown)', null, null, null
