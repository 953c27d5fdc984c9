-- grain: one customer that bought within the horizon before a cutoff; only facts up to the cutoff
-- key: account_id, cutoff
with known as (
  select s.account_id, c.cutoff, h.learnt_days, s.sold_at, s.amount, p.family,
    c.cutoff - s.sold_at as age,
    s.sold_at - lag(s.sold_at) over (partition by s.account_id, c.cutoff order by s.sold_at, s.sale_id) as gap
  from core.sales as s
  cross join core.cutoffs as c
  cross join core.horizon as h
  left join core.products as p on p.product_id = s.product_id
  where s.sold_at <= c.cutoff and s.amount > 0 and s.account_id is not null),
summed as (
  select account_id, cutoff,
    min(age) as recency, count(*) as orders, max(age) as tenure,
    count(*) filter (where age < learnt_days) as orders_recent,
    count(*) filter (where age >= learnt_days and age < 2 * learnt_days) as orders_before,
    (coalesce(sum(amount) filter (where age < learnt_days), 0))::double precision as revenue_recent,
    (coalesce(sum(amount) filter (where age >= learnt_days and age < 2 * learnt_days), 0))::double precision as revenue_before,
    (sum(amount) / count(*))::double precision as basket,
    percentile_cont(0.5) within group (order by gap::double precision) as usual_gap,
    count(distinct family) as families
  from known
  group by account_id, cutoff)
select s.*, s.recency / nullif(s.usual_gap, 0) as overdue
from summed as s cross join core.horizon as h
where s.recency < h.horizon_days
