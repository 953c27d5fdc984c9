-- grain: one customer that ordered on two days or more
-- key: account_id
-- shards: per_customer.order_days
select account_id, count(*) as gaps,
  percentile_cont(0.5) within group (order by gap::double precision)::numeric(18, 6) as usual_gap,
  percentile_cont(0.95) within group (order by gap::double precision)::numeric(18, 6) as gap_p95, max(gap)::int as longest_gap, sum(gap)::int as gap_days
from per_customer.order_days
where gap is not null
group by account_id
