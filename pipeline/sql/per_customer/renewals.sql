-- grain: one customer's revenue in a period and in the same one a year before
-- key: account_id, period, period_start
-- shards: core.sales
with pair as materialized (
  select row_number() over (order by period, period_start)::int as pair, * from core.year_pairs),
-- Days meet periods once, not each sale anew.
day as materialized (
  select d.sold_at, p.pair, d.sold_at >= p.before_start and d.sold_at < p.before_end as is_before, d.sold_at >= p.period_start and d.sold_at < p.period_end as is_now
  from (select distinct sold_at from core.sales) as d join pair as p on d.sold_at >= p.before_start and d.sold_at < p.period_end),
customer as (
  select distinct account_id from core.sales where amount > 0),
summed as (
  select s.account_id, d.pair, sum(case when d.is_before then s.amount end) as before, sum(case when d.is_now then s.amount end) as now
  from core.sales as s
  semi join customer as c on c.account_id = s.account_id
  join day as d on d.sold_at = s.sold_at
  group by s.account_id, d.pair)
select s.account_id, p.period, p.period_start, p.period_end, coalesce(s.before, 0) as before, coalesce(s.now, 0) as now
from summed as s join pair as p on p.pair = s.pair
