-- grain: one customer (an account with at least one sale above zero)
-- key: account_id
with dated as (
  select account_id, sold_at, lag(sold_at) over (partition by account_id order by sold_at) as previous
  from (select distinct account_id, sold_at from core.sales where amount > 0 and account_id is not null) as days),
rhythm as (
  select account_id, percentile_cont(0.5) within group (order by (sold_at - previous)::double precision)::numeric(18, 6) as usual_gap
  from dated where previous is not null group by account_id)
select
  s.account_id, min(s.sold_at) filter (where s.amount > 0) as first_order, max(s.sold_at) filter (where s.amount > 0) as last_order,
  count(*) filter (where s.amount > 0) as orders, sum(s.amount)::numeric(38, 2) as revenue,
  (sum(s.amount - s.cost) filter (where s.cost is not null))::numeric(38, 2) as margin, max(r.usual_gap) as usual_gap
from core.sales as s
left join rhythm as r on r.account_id = s.account_id
where s.account_id is not null
group by s.account_id
having count(*) filter (where s.amount > 0) > 0
