-- grain: one customer: what it buys in a year against what the best quarter of its peers buy
-- key: account_id
-- A stated stand-in until a model gives the ceiling: the upper quartile of the customers of its sector that bought this year
-- (of all customers where they are fewer than ten), or its own year where that is more.
with bought as (
  select c.account_id, coalesce(a.sector, '(unknown)') as sector, c.revenue_ttm
  from per_customer.customer_sales as c join core.accounts as a on a.account_id = c.account_id),
peers as (
  select sector, percentile_disc(0.75) within group (order by revenue_ttm) as upper_quartile
  from bought where revenue_ttm > 0 group by sector having count(*) >= 10),
everyone as (
  select percentile_disc(0.75) within group (order by revenue_ttm) as upper_quartile from bought where revenue_ttm > 0),
ceiling as (
  select b.account_id, b.revenue_ttm, greatest(b.revenue_ttm, coalesce(p.upper_quartile, e.upper_quartile, 0)) as potential
  from bought as b cross join everyone as e left join peers as p on p.sector = b.sector),
judged as (
  select c.*, m.in_pareto, c.potential >= quantile_disc(c.potential, 0.5) over () as high_potential
  from ceiling as c
  join marts.customer_amounts as m on m.account_id = c.account_id and m.measure = 'revenue')
select account_id, potential, in_pareto and revenue_ttm * 5 >= potential * 4 as is_star,
  case
    when in_pareto and high_potential then 'stars'
    when high_potential then 'to develop'
    when in_pareto then 'to maintain'
    else 'to serve at low cost'
  end as quadrant
from judged
