-- grain: one sale: an order where the exports have orders, else a won opportunity
-- key: sale_id
-- A sale whose export names no owner is its account's owner's.
with sale as not materialized (
  -- Most orders are one line, which is then the sale: to add up all orders costs several times as much, in memory too.
  select order_id as sale_id, account_id, owner_id, product_id, null::varchar as channel, kind, ordered_at as sold_at, amount::decimal(18, 4) as amount, cost::decimal(18, 4) as cost
  from core.orders where order_id not in (from core.split_orders)
  union all
  select
    o.order_id as sale_id, min(account_id) as account_id, min(owner_id) as owner_id,
    case when count(m.order_id) = 0 then min(o.product_id) end as product_id,
    null, min(kind) as kind, min(ordered_at) as sold_at, sum(amount)::decimal(18, 4) as amount,
    case when count(cost) = count(*) then sum(cost)::decimal(18, 4) end as cost
  from core.orders as o left join core.mixed_orders as m on m.order_id = o.order_id
  where o.order_id in (from core.split_orders)
  group by o.order_id
  union all
  select opportunity_id, account_id, owner_id, product_id, channel, null, closed_at, coalesce(amount, 0)::decimal(18, 4), null
  from core.opportunities cross join core.run as r
  where r.sales_basis = 'won_opportunities' and outcome = 'won' and closed_at is not null),
first_sale as (
  select account_id, min(sold_at) as sold_at from sale where amount > 0 and account_id is not null group by account_id)
select s.* replace (
  coalesce(nullif(s.owner_id, '(unknown)'), a.owner_id, '(unknown)') as owner_id,
  coalesce(s.kind, case
    when s.amount < 0 then 'credit note'
    when s.amount > 0 and s.account_id is not null then case when s.sold_at > f.sold_at then 'reorder' else 'first order' end
  end) as kind)
from sale as s
left join core.accounts as a on a.account_id = s.account_id
left join first_sale as f on f.account_id = s.account_id
-- By day: what adds up by slices of time then finds the figures of a slice together.
order by s.sold_at
