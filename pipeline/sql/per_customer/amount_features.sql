-- grain: one customer at a cutoff by which it has bought: its orders, amounts and choices so far; only facts up to the cutoff
-- key: account_id, cutoff
-- shards: per_customer.panel, core.sales, per_customer.family_purchases
with known as (
  select p.account_id, p.cutoff, p.learnt_days, s.amount, s.cost, s.kind, p.cutoff - s.sold_at as age,
    p.first_order <= p.cutoff - 365 as has_year, s.sold_at
  from per_customer.panel as p
  join core.sales as s on s.account_id = p.account_id and s.sold_at <= p.cutoff and s.amount <> 0),
latest as (
  select account_id, cutoff, max(sold_at) as sold_at from known group by account_id, cutoff),
-- A family counts by its first purchase; as recent by its last one up to the cutoff.
breadth as (
  select p.account_id, p.cutoff, count(*) filter (where f.before_at is null) as families,
    count(*) filter (where p.cutoff - f.sold_at < p.learnt_days and (f.next_at is null or f.next_at > p.cutoff)) as families_recent
  from per_customer.panel as p
  join per_customer.family_purchases as f on f.account_id = p.account_id and f.sold_at <= p.cutoff
  group by p.account_id, p.cutoff),
summed as (
  select k.account_id, k.cutoff,
    count(*) filter (where amount > 0) as orders, sum(amount) filter (where amount > 0) as bought,
    count(*) filter (where amount > 0 and age < learnt_days) as orders_recent,
    count(*) filter (where amount > 0 and age >= learnt_days and age < 2 * learnt_days) as orders_before,
    coalesce(sum(amount) filter (where age < learnt_days), 0) as revenue_recent,
    coalesce(sum(amount) filter (where age >= learnt_days and age < 2 * learnt_days), 0) as revenue_before,
    count(*) filter (where amount > 0 and age >= 365 - learnt_days and age < 365) as season_orders,
    coalesce(sum(amount) filter (where age >= 365 - learnt_days and age < 365), 0) as season_revenue,
    bool_or(has_year) as has_year, sum(amount) filter (where k.sold_at = l.sold_at) as last_amount,
    count(distinct kind) as kinds, count(*) filter (where amount < 0) as returns, sum(-amount) filter (where amount < 0) as returned,
    sum(amount - cost) as margin, sum(amount) filter (where cost is not null) as costed
  from known as k join latest as l on l.account_id = k.account_id and l.cutoff = k.cutoff
  group by k.account_id, k.cutoff)
select
  s.account_id, s.cutoff, orders, orders_recent, orders_before, revenue_recent::double precision as revenue_recent, revenue_before::double precision as revenue_before,
  ratio(bought, orders) as basket, ratio(last_amount, ratio(bought, orders)) as last_basket_ratio,
  ratio(revenue_recent - revenue_before, revenue_recent + revenue_before) as trend,
  case when has_year then season_orders end as season_orders, case when has_year then season_revenue::double precision end as season_revenue,
  coalesce(b.families, 0) as families, coalesce(b.families_recent, 0) as families_recent, kinds, returns, ratio(returned, bought) as returned_share, ratio(margin, costed) as margin_rate
from summed as s
left join breadth as b on b.account_id = s.account_id and b.cutoff = s.cutoff
where orders > 0
