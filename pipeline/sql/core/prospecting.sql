-- grain: one activity on an account that was not a customer yet
-- key: activity_id
select t.activity_id, coalesce(t.account_id, '(none)') as account_id, t.owner_id, t.kind, t.acted_at, t.minutes,
  (t.minutes * o.hourly_cost / 60)::decimal(18, 4) as cost
from core.activities as t
left join per_customer.customer_sales as c on c.account_id = t.account_id
left join core.owners as o on o.owner_id = t.owner_id
where c.first_order is null or t.acted_at <= c.first_order
