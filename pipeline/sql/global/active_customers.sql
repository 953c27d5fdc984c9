-- grain: one dimension's segment, owner (NULL: all of them) and period: who bought in it
-- key: dimension, segment, owner_id, period, period_start
-- A customer counts once a slice before it counts once a period.
with bought as (
  select g.dimension, g.segment, s.owner_id, s.account_id, slice_of(s.sold_at, r.ttm_start) as slice_start, count(*) as orders
  from core.sales as s
  cross join core.run as r
  join core.sale_segments as g on g.id = s.sale_id
  where s.amount > 0
  group by g.dimension, g.segment, s.owner_id, s.account_id, slice_of(s.sold_at, r.ttm_start))
select b.dimension, b.segment, case when grouping(b.owner_id) = 0 then b.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  count(distinct b.account_id) as customers, sum(b.orders)::bigint as orders,
  coalesce(sum(b.orders) filter (where b.account_id is null), 0)::bigint as orders_without_customer
from bought as b
join core.period_slices as p on p.slice_start = b.slice_start
group by grouping sets (
  (b.dimension, b.segment, b.owner_id, p.period, p.period_start, p.period_end),
  (b.dimension, b.segment, p.period, p.period_start, p.period_end))
