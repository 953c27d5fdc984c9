-- grain: one dimension's segment, owner and slice of time; sums only
-- key: dimension, segment, owner_id, slice_start
select g.dimension, g.segment, t.owner_id, slice_of(t.acted_at, r.ttm_start) as slice_start,
  count(*) as activities, count(*) filter (where t.kind = 'call') as calls,
  count(*) filter (where t.kind = 'call' and t.reached) as calls_reached, count(*) filter (where t.kind = 'call' and t.reached is null) as calls_untold,
  count(*) filter (where t.kind = 'email') as emails, count(*) filter (where t.kind = 'visit') as visits,
  count(*) filter (where t.kind = 'meeting' and p.activity_id is not null) as prospect_meetings,
  count(*) filter (where t.kind = 'meeting' and p.activity_id is null) as customer_meetings,
  coalesce(sum(t.minutes), 0) as minutes, coalesce(sum(p.minutes), 0) as prospect_minutes
from core.activities as t
cross join core.run as r
join core.activity_segments as g on g.id = t.activity_id
left join core.prospecting as p on p.activity_id = t.activity_id
group by g.dimension, g.segment, t.owner_id, slice_of(t.acted_at, r.ttm_start)
