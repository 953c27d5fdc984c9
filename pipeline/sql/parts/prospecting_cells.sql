-- grain: one dimension's segment, owner, measure and slice of time: quotes sent, accounts opened; sums only
-- key: dimension, segment, owner_id, measure, slice_start
with event as (
  select g.dimension, g.segment, q.owner_id, 'quotes' as measure, q.sent_at as day
  from core.quotes as q join core.quote_segments as g on g.id = q.quote_id
  union all
  select g.dimension, g.segment, f.owner_id, 'accounts_opened', a.created_at
  from core.accounts as a
  cross join core.run as r
  join core.account_facts as f on f.id = a.account_id
  join core.account_segments as g on g.id = a.account_id
  where a.created_at <= r.as_of)
select e.dimension, e.segment, e.owner_id, e.measure, slice_of(e.day, r.ttm_start) as slice_start, count(*) as events
from event as e cross join core.run as r
group by e.dimension, e.segment, e.owner_id, e.measure, slice_of(e.day, r.ttm_start)
