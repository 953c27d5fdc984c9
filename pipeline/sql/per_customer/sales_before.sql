-- grain: one sale above zero of a customer: the day of its sale before, of all and of those alike (same owner, channel, kind …)
-- key: sale_id
-- shards: core.sales
-- A sale is its customer's first in a period where the one before lies before the period: customers are counted by adding up first sales.
select d.id as sale_id, s.account_id, s.owner_id, s.sold_at,
  lag(s.sold_at) over (partition by s.account_id order by s.sold_at, s.sale_id) as any_before,
  lag(s.sold_at) over (partition by s.account_id, s.owner_id order by s.sold_at, s.sale_id) as any_of_owner,
  lag(s.sold_at) over (partition by s.account_id, d.channel order by s.sold_at, s.sale_id) as channel_before,
  lag(s.sold_at) over (partition by s.account_id, s.owner_id, d.channel order by s.sold_at, s.sale_id) as channel_of_owner,
  lag(s.sold_at) over (partition by s.account_id, d.owner order by s.sold_at, s.sale_id) as owner_before,
  lag(s.sold_at) over (partition by s.account_id, d.manager order by s.sold_at, s.sale_id) as manager_before,
  lag(s.sold_at) over (partition by s.account_id, d.team order by s.sold_at, s.sale_id) as team_before,
  lag(s.sold_at) over (partition by s.account_id, d.order_kind order by s.sold_at, s.sale_id) as kind_before,
  lag(s.sold_at) over (partition by s.account_id, s.owner_id, d.order_kind order by s.sold_at, s.sale_id) as kind_of_owner
from core.sales as s
join described('core.sale_facts') as d on d.id = s.sale_id
where s.amount > 0 and s.account_id is not null
-- reads core.accounts, core.owners, core.products, marts.customer_rfm, marts.customer_potential through the macro
