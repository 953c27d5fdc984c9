-- grain: one dimension's segment, owner (NULL: all of them) and period; sums only
-- key: dimension, segment, owner_id, period, period_start
select c.dimension, c.segment, case when grouping(c.owner_id) = 0 then c.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  sum(c.activities) as activities, sum(c.calls) as calls, sum(c.calls_reached) as calls_reached, sum(c.calls_untold) as calls_untold, sum(c.emails) as emails,
  sum(c.visits) as visits, sum(c.prospect_meetings) as prospect_meetings, sum(c.customer_meetings) as customer_meetings, sum(c.minutes) as minutes, sum(c.prospect_minutes) as prospect_minutes, sum(c.minutes_sq) as minutes_sq
from parts.activity_cells as c
join core.period_slices as p on p.slice_start = c.slice_start
group by grouping sets (
  (c.dimension, c.segment, c.owner_id, p.period, p.period_start, p.period_end),
  (c.dimension, c.segment, p.period, p.period_start, p.period_end))
