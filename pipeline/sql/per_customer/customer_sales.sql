-- grain: one customer (an account with at least one sale above zero)
-- key: account_id
-- shards: core.sales
with known as (
  select s.*, r.as_of, r.ttm_start, (r.ttm_start - interval 12 month)::date as before_start,
    max(s.sold_at) filter (where s.amount > 0) over (partition by s.account_id) as last_order
  from core.sales as s cross join core.run as r
  where s.account_id is not null)
select
  s.account_id, min(s.sold_at) filter (where s.amount > 0) as first_order, max(s.last_order) as last_order,
  count(*) filter (where s.amount > 0) as orders, sum(s.amount)::numeric(38, 4) as revenue,
  (sum(s.amount - s.cost) filter (where s.cost is not null))::numeric(38, 4) as margin,
  count(*) filter (where s.amount > 0 and s.sold_at >= s.ttm_start) as orders_ttm,
  coalesce(sum(s.amount) filter (where s.sold_at >= s.ttm_start), 0)::numeric(38, 4) as revenue_ttm,
  coalesce(sum(s.amount) filter (where s.sold_at >= s.before_start and s.sold_at < s.ttm_start), 0)::numeric(38, 4) as revenue_before,
  coalesce(sum(s.amount) filter (where s.sold_at > s.last_order - 365), 0)::numeric(38, 4) as revenue_last_year,
  (array_agg(s.owner_id order by s.sold_at desc, s.sale_id desc) filter (where s.owner_id <> '(unknown)'))[1] as last_owner_id
from known as s
group by s.account_id
having count(*) filter (where s.amount > 0) > 0
