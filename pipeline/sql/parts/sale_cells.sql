-- grain: one dimension's segment, owner and slice of time; sums only
-- key: dimension, segment, owner_id, slice_start
select
  s.dimension, s.segment, s.owner_id, slice_of(s.sold_at, r.ttm_start) as slice_start,
  count(*) filter (where s.amount > 0) as orders, count(*) filter (where s.amount = 0) as empty_orders,
  sum(s.amount) as revenue, sum(s.amount) filter (where s.amount > 0) as ordered,
  sum(square(s.amount)) filter (where s.amount > 0) as ordered_sq,
  coalesce(sum(square(s.amount - s.cost)), 0) as margin_sq,
  coalesce(sum(s.amount) filter (where s.cost is not null), 0) as costed_revenue, coalesce(sum(s.cost), 0) as cost,
  coalesce(sum(f.amount), 0) as cross_sold, count(f.sale_id) as cross_sales,
  count(s.cost) as costed, count(*) filter (where s.cost is null) as uncosted
from core.segmented_sales as s
cross join core.run as r
left join per_customer.new_families as f
  on f.sale_id = s.sale_id and f.dimension = case when s.dimension in ('product', 'family') then s.dimension else 'all' end
  and f.segment = case when s.dimension in ('product', 'family') then s.segment else 'all' end
group by s.dimension, s.segment, s.owner_id, slice_start
