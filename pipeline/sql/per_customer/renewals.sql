-- grain: one customer's revenue in a period and in the same one a year before
-- key: account_id, period, period_start
-- shards: core.sales
select s.account_id, p.period, p.period_start, p.period_end,
  coalesce(sum(s.amount) filter (where s.sold_at >= p.before_start and s.sold_at < p.before_end), 0) as before,
  coalesce(sum(s.amount) filter (where s.sold_at >= p.period_start and s.sold_at < p.period_end), 0) as now
from core.sales as s
join core.year_pairs as p on s.sold_at >= p.before_start and s.sold_at < p.period_end
where s.account_id in (select account_id from per_customer.order_days)
group by s.account_id, p.period, p.period_start, p.period_end
