-- grain: one dimension's segment, owner and slice of time; sums only
-- key: dimension, segment, owner_id, slice_start
with activity as (
  select t.owner_id, slice_of(t.acted_at, r.ttm_start) as slice_start, t.kind, t.reached, t.minutes, p.activity_id as prospecting, p.minutes as prospect_minutes, unnest(g.labels) as label
  from core.activities as t
  cross join core.run as r
  join core.labelled_activities as g on g.id = t.activity_id
  left join core.prospecting as p on p.activity_id = t.activity_id),
summed as (
  select label, owner_id, slice_start,
    count(*) as activities, count(*) filter (where kind = 'call') as calls,
    count(*) filter (where kind = 'call' and reached) as calls_reached, count(*) filter (where kind = 'call' and reached is null) as calls_untold,
    count(*) filter (where kind = 'email') as emails, count(*) filter (where kind = 'visit') as visits,
    count(*) filter (where kind = 'meeting' and prospecting is not null) as prospect_meetings,
    count(*) filter (where kind = 'meeting' and prospecting is null) as customer_meetings,
    coalesce(sum(minutes), 0) as minutes, coalesce(sum(prospect_minutes), 0) as prospect_minutes, coalesce(sum(square(minutes)), 0) as minutes_sq
  from activity group by label, owner_id, slice_start)
select l.dimension, l.segment, s.* exclude (label) from summed as s join core.labels as l on l.label = s.label
