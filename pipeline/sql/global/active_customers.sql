-- grain: one dimension's segment, owner (NULL: all of them) and period: who bought in it
-- key: dimension, segment, owner_id, period, period_start
select c.dimension, c.segment, case when grouping(c.owner_id) = 0 then c.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  case when grouping(c.owner_id) = 0
    then sum(case p.period when 'month' then c.owner_month when 'quarter' then c.owner_quarter when 'year' then c.owner_year when 'ttm' then c.owner_ttm else c.owner_all end)
    else sum(case p.period when 'month' then c.of_month when 'quarter' then c.of_quarter when 'year' then c.of_year when 'ttm' then c.of_ttm else c.of_all end)
  end::bigint as customers,
  sum(c.orders)::bigint as orders, sum(c.orders_without_customer)::bigint as orders_without_customer
from parts.active_cells as c
join core.period_slices as p on p.slice_start = c.slice_start
group by grouping sets (
  (c.dimension, c.segment, c.owner_id, p.period, p.period_start, p.period_end),
  (c.dimension, c.segment, p.period, p.period_start, p.period_end))
