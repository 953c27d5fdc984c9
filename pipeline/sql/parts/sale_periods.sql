-- grain: one dimension's segment, owner (NULL: all of them) and period; sums only
-- key: dimension, segment, owner_id, period, period_start
select
  c.dimension, c.segment, case when grouping(c.owner_id) = 0 then c.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  sum(c.orders) as orders, sum(c.empty_orders) as empty_orders, sum(c.revenue) as revenue, sum(c.ordered) as ordered, sum(c.ordered_sq) as ordered_sq, sum(c.margin_sq) as margin_sq, sum(c.costed_sq) as costed_sq, sum(c.margin_by_revenue) as margin_by_revenue, sum(c.costed_revenue) as costed_revenue, sum(c.cost) as cost, sum(c.costed) as costed, sum(c.uncosted) as uncosted, sum(c.cross_sold) as cross_sold, sum(c.cross_sales) as cross_sales
from parts.sale_cells as c
join core.period_slices as p on p.slice_start = c.slice_start
group by grouping sets (
  (c.dimension, c.segment, c.owner_id, p.period, p.period_start, p.period_end),
  (c.dimension, c.segment, p.period, p.period_start, p.period_end))
