-- grain: one sale: an order where the exports have orders, else a won opportunity
-- key: sale_id
select
  order_id as sale_id, min(account_id) as account_id, min(owner_id) as owner_id,
  case when count(distinct product_id) = 1 then min(product_id) end as product_id,
  null::varchar as channel, min(ordered_at) as sold_at, sum(amount)::decimal(18, 4) as amount,
  case when count(cost) = count(*) then sum(cost)::decimal(18, 4) end as cost
from core.orders
group by order_id
union all
select opportunity_id, account_id, owner_id, product_id, channel, closed_at, coalesce(amount, 0)::decimal(18, 4), null
from core.opportunities cross join core.run as r
where r.sales_basis = 'won_opportunities' and outcome = 'won' and closed_at is not null
