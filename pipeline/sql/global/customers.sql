-- grain: one customer at the as-of date
-- key: account_id
with ranked as (
  select c.*, r.as_of,
    row_number() over by_revenue as rank_revenue,
    sum(greatest(revenue, 0)) over by_revenue as revenue_so_far, sum(greatest(revenue, 0)) over () as revenue_in_all,
    row_number() over by_margin as rank_margin,
    sum(greatest(margin, 0)) over by_margin as margin_so_far, sum(greatest(margin, 0)) over () as margin_in_all
  from per_customer.customer_sales as c cross join core.run as r
  window by_revenue as (order by revenue desc nulls last, account_id), by_margin as (order by margin desc nulls last, account_id))
select
  c.account_id, a.name, c.first_order, c.last_order, c.orders, c.revenue, c.margin,
  c.rank_revenue, ratio(c.revenue_so_far, c.revenue_in_all) as cumulative_share_revenue,
  pareto_holds(c.revenue, c.revenue_so_far, c.revenue_in_all) as in_pareto_revenue,
  case when c.margin is not null then c.rank_margin end as rank_margin,
  case when c.margin is not null then ratio(c.margin_so_far, c.margin_in_all) end as cumulative_share_margin,
  case when c.margin is not null then pareto_holds(c.margin, c.margin_so_far, c.margin_in_all) end as in_pareto_margin,
  c.as_of - c.last_order as recency, c.usual_gap::double as usual_gap,
  a.type, a.sector, a.trade, a.size, a.region, a.country, a.channel, a.city, a.owner_id, o.name as owner
from ranked as c
join core.accounts as a on a.account_id = c.account_id
left join core.owners as o on o.owner_id = a.owner_id
