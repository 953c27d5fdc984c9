-- grain: one dimension's segment, owner (NULL: all of them) and period; sums only
-- key: dimension, segment, owner_id, period, period_start
-- An action counts on the day that it is due, once that day has come; whether it was done in time is known once the day is over.
with planned as (
  select t.*, r.as_of, slice_of(t.due_at, r.ttm_start) as slice_start
  from core.actions as t cross join core.run as r
  where t.due_at is null or t.due_at <= r.as_of)
select
  g.dimension, g.segment, case when grouping(t.owner_id) = 0 then t.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  count(*) filter (where t.state <> 'cancelled' and t.due_at is not null) as planned,
  count(*) filter (where t.state = 'cancelled' or t.due_at is null) as not_planned,
  count(*) filter (where t.done_at is not null and t.state <> 'cancelled' and t.done_at <= t.due_at) as on_time,
  count(*) filter (where t.state <> 'cancelled' and (t.done_at is not null or t.state = 'open' and t.due_at < t.as_of) and t.due_at is not null) as judged
from planned as t
join core.action_segments as g on g.id = t.action_id
join core.period_slices as p on p.slice_start is not distinct from t.slice_start
group by grouping sets (
  (g.dimension, g.segment, t.owner_id, p.period, p.period_start, p.period_end),
  (g.dimension, g.segment, p.period, p.period_start, p.period_end))
