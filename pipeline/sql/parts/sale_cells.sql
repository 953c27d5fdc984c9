-- grain: one dimension's segment, owner and slice of time; sums only
-- key: dimension, segment, owner_id, slice_start
select
  g.dimension, g.segment, s.owner_id, slice_of(s.sold_at, r.ttm_start) as slice_start,
  count(*) filter (where s.amount > 0) as orders, count(*) filter (where s.amount = 0) as empty_orders,
  sum(s.amount) as revenue, sum(s.amount) filter (where s.amount > 0) as ordered,
  sum(square(s.amount)) filter (where s.amount > 0) as ordered_sq,
  coalesce(sum(square(s.amount - s.cost)), 0) as margin_sq,
  coalesce(sum(s.amount) filter (where s.cost is not null), 0) as costed_revenue, coalesce(sum(s.cost), 0) as cost,
  coalesce(sum(s.amount) filter (where f.sale_id is not null), 0) as cross_sold, count(f.sale_id) as cross_sales,
  count(s.cost) as costed, count(*) filter (where s.cost is null) as uncosted
from core.sales as s
cross join core.run as r
join core.sale_segments as g on g.id = s.sale_id
left join per_customer.new_families as f on f.sale_id = s.sale_id
group by g.dimension, g.segment, s.owner_id, slice_start
