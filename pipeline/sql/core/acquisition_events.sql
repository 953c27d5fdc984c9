-- grain: one thing that happened on the way to a new customer, or that it cost
select account_id, first_order as day, 'new_customers' as measure, 1::decimal(18, 4) as amount from per_customer.customer_sales
union all
select account_id, acted_at, 'time', cost from core.prospecting where cost is not null
union all
select account_id, acted_at, 'uncosted', 1 from core.prospecting where cost is null
union all
select c.account_id, c.first_order, 'commission', o.commission::decimal(18, 4)
from core.order_costs as o join per_customer.customer_sales as c on c.account_id = o.account_id and c.first_order = o.ordered_at
where o.commission is not null
union all
select account_id, acted_at, 'meetings', 1 from core.prospecting where kind in ('meeting', 'visit')
union all
select coalesce(account_id, '(none)'), sent_at, 'quotes', 1 from core.quotes
union all
select coalesce(account_id, '(none)'), created_at, 'opportunities', 1 from core.opportunities where created_at is not null
