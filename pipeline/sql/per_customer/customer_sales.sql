-- grain: one customer (an account with at least one sale above zero)
-- key: account_id
-- shards: core.sales
with latest as (
  select account_id, max(sold_at) filter (where amount > 0) as last_order, max(sold_at) filter (where owner_id <> '(unknown)') as last_owned
  from core.sales where account_id is not null
  group by account_id),
known as (
  select s.sale_id, s.account_id, s.owner_id, s.sold_at, s.amount, s.cost, l.last_order, s.sold_at = l.last_owned and s.owner_id <> '(unknown)' as is_last_owned,
    r.ttm_start, (r.ttm_start - interval 12 month)::date as before_start
  from core.sales as s
  cross join core.run as r
  join latest as l on l.account_id = s.account_id and l.last_order is not null)
select
  account_id, min(sold_at) filter (where amount > 0) as first_order, max(last_order) as last_order,
  count(*) filter (where amount > 0) as orders, sum(amount)::numeric(38, 4) as revenue,
  (sum(amount - cost) filter (where cost is not null))::numeric(38, 4) as margin,
  count(*) filter (where amount > 0 and sold_at >= ttm_start) as orders_ttm,
  coalesce(sum(amount) filter (where sold_at >= ttm_start), 0)::numeric(38, 4) as revenue_ttm,
  coalesce(sum(amount) filter (where sold_at >= before_start and sold_at < ttm_start), 0)::numeric(38, 4) as revenue_before,
  coalesce(sum(amount) filter (where sold_at > last_order - 365), 0)::numeric(38, 4) as revenue_last_year,
  arg_max(owner_id, sale_id) filter (where is_last_owned) as last_owner_id
from known
group by account_id
