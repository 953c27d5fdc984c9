-- grain: one dimension's segment, owner (NULL: all of them) and period; sums only
-- key: dimension, segment, owner_id, period, period_start
with renewal as (
  select unnest(g.labels) as label, c.owner_id, n.period, n.period_start, n.period_end, n.before, n.now,
    case when n.before > 0 then 1 end as renewing, case when n.before <= 0 and n.now > 0 then 1 end as arrived,
    case when n.before > 0 then n.before end as renewing_before, case when n.before > 0 then n.now end as renewing_now, case when n.before > 0 then least(greatest(n.now, 0), n.before) end as kept
  from per_customer.renewals as n
  join core.account_facts as c on c.id = n.account_id
  join core.labelled_accounts as g on g.id = n.account_id),
summed as (
  select label, owner_id, period, period_start, period_end,
    count(renewing) as renewing, count(arrived) as arrived, sum(renewing_before) as before, sum(renewing_now) as now, sum(kept) as kept
  from renewal group by label, owner_id, period, period_start, period_end)
select l.dimension, l.segment, case when grouping(s.owner_id) = 0 then s.owner_id end as owner_id, s.period, s.period_start, s.period_end,
  sum(s.renewing)::bigint as renewing, sum(s.arrived)::bigint as arrived, coalesce(sum(s.before), 0) as before, coalesce(sum(s.now), 0) as now, coalesce(sum(s.kept), 0) as kept
from summed as s
join core.labels as l on l.label = s.label
group by grouping sets (
  (l.dimension, l.segment, s.owner_id, s.period, s.period_start, s.period_end),
  (l.dimension, l.segment, s.period, s.period_start, s.period_end))
