-- grain: one customer that cost something to serve: owners' time since its first order, deliveries, complaints
-- key: account_id
-- shards: core.activities, core.order_costs, core.complaints, per_customer.order_days
-- Sixty times each amount: hours are divided once, so that no cent hangs on the order of the rows.
with cost as (
  select t.account_id, t.minutes, (t.minutes::decimal(20, 4) * o.hourly_cost::decimal(18, 4))::decimal(38, 8) as sixtyfold
  from core.activities as t
  join (select account_id, min(sold_at) as first_order from per_customer.order_days group by account_id) as c
    on c.account_id = t.account_id and t.acted_at > c.first_order
  left join core.owners as o on o.owner_id = t.owner_id
  union all
  select account_id, null, (60 * delivery_cost)::decimal(38, 8) from core.order_costs where account_id is not null and delivery_cost is not null
  union all
  select account_id, null, (60 * cost)::decimal(38, 8) from core.complaints where account_id is not null and cost is not null)
select account_id, sum(minutes) as minutes, (sum(sixtyfold) / 60)::numeric(38, 2) as cost_to_serve
from cost
group by account_id
