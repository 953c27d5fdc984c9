-- grain: one account and one thing that ever changed for it, and whether it did between the year before its last order and its loss, or the as-of date where it stayed
-- key: account_id, change
-- An order delivered late; another owner on its orders than before; a complaint; a unit of a product that costs it 2 % more than the time before.
with outcome as (
  select c.account_id, c.last_order - 365 as since, coalesce(c.lost_at, r.as_of) as until from marts.customers as c cross join core.run as r),
handed as (
  select account_id, sold_at, owner_id <> lag(owner_id) over (partition by account_id order by sold_at, sale_id) as is_other
  from core.sales where account_id is not null and owner_id <> '(unknown)' and amount > 0),
priced as (
  select account_id, day, price >= 1.02 * lag(price) over (partition by account_id, product_id order by day) as is_higher from core.prices_paid),
event as (
  select account_id, 'late_delivery' as change, promised_at as day from core.deliveries where is_late
  union all
  select account_id, 'owner_change', sold_at from handed where is_other
  union all
  select account_id, 'complaint', made_at from core.complaints
  union all
  select account_id, 'price_rise', day from priced where is_higher)
select e.account_id, e.change, coalesce(bool_or(e.day > o.since and e.day <= o.until), false) as is_before
from event as e left join outcome as o on o.account_id = e.account_id
group by e.account_id, e.change
