-- grain: one dimension's segment, owner (NULL: all of them) and period; sums only
-- key: dimension, segment, owner_id, period, period_start
select g.dimension, g.segment, case when grouping(c.owner_id) = 0 then c.owner_id end as owner_id, n.period, n.period_start, n.period_end,
  count(*) filter (where n.before > 0) as renewing, count(*) filter (where n.before <= 0 and n.now > 0) as arrived,
  coalesce(sum(n.before) filter (where n.before > 0), 0) as before, coalesce(sum(n.now) filter (where n.before > 0), 0) as now,
  coalesce(sum(least(greatest(n.now, 0), n.before)) filter (where n.before > 0), 0) as kept
from per_customer.renewals as n
join core.account_facts as c on c.id = n.account_id
join core.account_segments as g on g.id = n.account_id
group by grouping sets (
  (g.dimension, g.segment, c.owner_id, n.period, n.period_start, n.period_end),
  (g.dimension, g.segment, n.period, n.period_start, n.period_end))
