-- grain: one customer at a cutoff by which it has bought: its rhythm so far; only facts up to the cutoff
-- key: account_id, cutoff
-- shards: per_customer.panel, per_customer.order_days
with known as (
  select p.account_id, p.cutoff, d.sold_at, d.gap, max(d.sold_at) over (partition by p.account_id, p.cutoff) as last_day
  from per_customer.panel as p
  join per_customer.order_days as d on d.account_id = p.account_id and d.sold_at <= p.cutoff),
summed as (
  select account_id, cutoff, (cutoff - max(sold_at))::int as recency, (cutoff - min(sold_at))::int as tenure, count(*) as days,
    count(gap) as gaps, sum(gap)::bigint as gap_days, sum((gap * gap)::bigint)::bigint as gap_squares, max(gap) as longest_gap,
    max(gap) filter (where sold_at = last_day) as last_gap, percentile_cont(0.5) within group (order by gap::double precision) as usual_gap
  from known group by account_id, cutoff)
select
  account_id, cutoff, recency, tenure, usual_gap, ratio(recency, usual_gap) as overdue, ratio(recency, longest_gap) as overdue_longest,
  case when gaps >= 2 then ratio(sd_of(gaps, gap_days, gap_squares), ratio(gap_days, gaps)) end as gap_variation,
  case when gaps >= 2 then ratio(last_gap, ratio(gap_days, gaps)) end as last_gap_ratio,
  case when gaps >= 1 then round(silence_chance(gaps, gap_days, recency), 9) end as silence_chance,
  days * 365.0::double precision / (tenure + 30) as yearly_orders
from summed
