-- grain: one dimension's segment, owner (NULL: all of them), measure and period; sums only
-- key: dimension, segment, owner_id, measure, period, period_start
select c.dimension, c.segment, case when grouping(c.owner_id) = 0 then c.owner_id end as owner_id, c.measure, p.period, p.period_start, p.period_end, sum(c.events)::bigint as events
from parts.prospecting_cells as c
join core.period_slices as p on p.slice_start = c.slice_start
group by grouping sets (
  (c.dimension, c.segment, c.owner_id, c.measure, p.period, p.period_start, p.period_end),
  (c.dimension, c.segment, c.measure, p.period, p.period_start, p.period_end))
