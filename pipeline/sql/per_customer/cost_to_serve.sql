-- grain: one customer that owners spent time on since its first order
-- key: account_id
-- shards: core.activities
select t.account_id, sum(t.minutes) as minutes, (sum(t.minutes::decimal(20, 4) * o.hourly_cost::decimal(18, 4)) / 60)::numeric(38, 2) as cost_to_serve
from core.activities as t
join (select account_id, min(sold_at) as first_order from per_customer.order_days group by account_id) as c
  on c.account_id = t.account_id and t.acted_at > c.first_order
left join core.owners as o on o.owner_id = t.owner_id
group by t.account_id
