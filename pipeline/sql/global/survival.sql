-- grain: one segment, some months on: the share that nothing has happened to yet (Kaplan and Meier, 1958; Greenwood's variance on the log-log scale)
-- key: subject, dimension, segment, month
-- Customers wait to be lost as they are counted today, from their first order on: one that came back was not. Opportunities wait to be won; those that still wait count for as long as they have. Lost opportunities are told apart; one won on a day unknown tells no wait.
with life as (
  select account_id as id, 'customers' as subject, coalesce(lost_at, r.as_of) - min(started_at) over (partition by account_id) as days, lost_at is not null as happened
  from per_customer.spells cross join core.run as r
  where factor = 1
  qualify back_at is null
  union all
  select opportunity_id, 'opportunities', coalesce(closed_at, r.as_of) - created_at, outcome = 'won'
  from core.opportunities cross join core.run as r
  where (outcome = 'open' or (outcome = 'won' and closed_at >= created_at)) and exists (from core.opportunities where outcome = 'won' and closed_at >= created_at)),
placed as (
  select l.subject, l.days, l.happened, g.dimension, g.segment
  from life as l join core.account_segments as g on g.id = l.id and l.subject = 'customers'
  union all
  select l.subject, l.days, l.happened, g.dimension, g.segment
  from life as l join core.opportunity_segments as g on g.id = l.id and l.subject = 'opportunities'),
step as (
  select subject, dimension, segment, days, count(*) as ended, count(*) filter (where happened) as happened
  from placed where dimension in ('all', 'sector', 'size', 'type', 'channel') group by all),
at_risk as (
  select *, sum(ended) over (partition by subject, dimension, segment order by days desc)::bigint as waiting from step),
curve as (
  select *, bool_or(happened = waiting) over w as is_over,
    sum(case when happened < waiting then ln((waiting - happened) / waiting::double) else 0 end) over w as log_share,
    sum(case when happened < waiting then happened / (waiting::double * (waiting - happened)) else 0 end) over w as variance
  from at_risk window w as (partition by subject, dimension, segment order by days)),
month as (
  select c.subject, c.dimension, c.segment, m.month, max(c.days) as days,
    arg_max(c.is_over, c.days) as is_over, arg_max(c.log_share, c.days) as log_share, arg_max(c.variance, c.days) as variance
  from curve as c cross join generate_series(0, 60) as m(month)
  where c.days <= m.month * 30.4375
  group by all)
select m.subject, m.dimension, m.segment, m.month::int as month, w.waiting,
  case when is_over then 0 else round(exp(log_share), 9) end as share,
  case when not is_over and log_share < 0 then round(exp(log_share * exp(1.959964 * sqrt(variance) / -log_share)), 9) end as low,
  case when not is_over and log_share < 0 then round(exp(log_share * exp(-1.959964 * sqrt(variance) / -log_share)), 9) end as high
from month as m
join lateral (
  select sum(s.ended)::bigint as waiting from step as s
  where s.subject = m.subject and s.dimension = m.dimension and s.segment = m.segment and s.days >= m.month * 30.4375) as w on true
where w.waiting > 0
