-- grain: one customer and the days of silence after which it counts as lost
-- key: account_id
-- The 95th percentile of its own gaps where it has eight or more; else its longest one, if longer than its sector's; within its sector's bounds.
with bound as (
  select c.account_id, coalesce(s.least_days, e.least_days) as least_days, coalesce(s.usual_days, e.usual_days) as usual_days,
    coalesce(s.most_days, e.most_days) as most_days
  from per_customer.customer_sales as c
  join core.accounts as a on a.account_id = c.account_id
  left join marts.gap_norms as s on s.sector = coalesce(a.sector, '(unknown)')
  left join marts.gap_norms as e on e.sector = '(all)')
select b.account_id,
  coalesce(case
    when r.gaps >= 8 then greatest(least(ceil(r.gap_p95)::int, b.most_days), b.least_days)
    else greatest(least(r.longest_gap, b.most_days), b.usual_days)
  end, 365) as silence_days
from bound as b
left join per_customer.rhythm as r on r.account_id = b.account_id
