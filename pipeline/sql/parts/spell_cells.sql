-- grain: one dimension's segment, owner and slices of time in which spells begin, last order, end and begin again; sums only
-- key: dimension, segment, owner_id, started_slice, last_slice, lost_slice, back_slice, due_slice
select g.dimension, g.segment, c.owner_id,
  slice_of(s.started_at, r.ttm_start) as started_slice, slice_of(s.last_order, r.ttm_start) as last_slice,
  slice_of(s.lost_at, r.ttm_start) as lost_slice, slice_of(s.back_at, r.ttm_start) as back_slice,
  date_trunc('month', s.due_at)::date as due_slice, count(*) as spells
from per_customer.spells as s
cross join core.run as r
join core.account_facts as c on c.id = s.account_id
join core.account_segments as g on g.id = s.account_id
where s.factor = 1
group by g.dimension, g.segment, c.owner_id, started_slice, last_slice, lost_slice, back_slice, due_slice
