-- grain: one customer at a cutoff: how often the owner of its orders and contacts has changed; only facts up to the cutoff
-- key: account_id, cutoff
-- shards: per_customer.panel, core.sales, core.activities
with fact as (
  select account_id, sold_at as day, owner_id from core.sales where account_id is not null and owner_id <> '(unknown)'
  union all
  select account_id, acted_at, owner_id from core.activities where account_id is not null and owner_id <> '(unknown)'),
change as (
  select account_id, day, owner_id <> lag(owner_id) over (partition by account_id order by day, owner_id) as changed from fact)
select p.account_id, p.cutoff, count(*) filter (where c.changed) as owner_changes,
  (p.cutoff - max(c.day) filter (where c.changed))::int as days_since_owner_change
from per_customer.panel as p join change as c on c.account_id = p.account_id and c.day <= p.cutoff
group by p.account_id, p.cutoff
