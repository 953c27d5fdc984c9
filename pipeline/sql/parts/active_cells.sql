-- grain: one dimension's segment, owner and slice of time: orders, and customers whose first sale of a period lies in it, of all owners and of this one; sums only
-- key: dimension, segment, owner_id, slice_start
with summed as (
  select label, owner, slice_start,
    coalesce(sum(customers) filter (where first_in & 1 > 0), 0)::bigint as of_month, coalesce(sum(customers) filter (where first_in & 2 > 0), 0)::bigint as of_quarter, coalesce(sum(customers) filter (where first_in & 4 > 0), 0)::bigint as of_year,
    coalesce(sum(customers) filter (where first_in & 8 > 0), 0)::bigint as of_ttm, coalesce(sum(customers) filter (where first_in & 16 > 0), 0)::bigint as of_all, coalesce(sum(customers) filter (where first_in & 32 > 0), 0)::bigint as owner_month,
    coalesce(sum(customers) filter (where first_in & 64 > 0), 0)::bigint as owner_quarter, coalesce(sum(customers) filter (where first_in & 128 > 0), 0)::bigint as owner_year, coalesce(sum(customers) filter (where first_in & 256 > 0), 0)::bigint as owner_ttm,
    coalesce(sum(customers) filter (where first_in & 512 > 0), 0)::bigint as owner_all
  from parts.first_sales group by label, owner, slice_start),
named as (
  select l.dimension, l.segment, coalesce(w.owner_id, '(unknown)') as owner_id, f.* exclude (label, owner)
  from summed as f
  join core.labels as l on l.label = f.label
  join core.owner_labels as w on w.number = f.owner)
select c.dimension, c.segment, c.owner_id, c.slice_start, c.orders, c.orders_without_customer,
  coalesce(f.of_month, 0) as of_month, coalesce(f.of_quarter, 0) as of_quarter, coalesce(f.of_year, 0) as of_year, coalesce(f.of_ttm, 0) as of_ttm, coalesce(f.of_all, 0) as of_all, coalesce(f.owner_month, 0) as owner_month, coalesce(f.owner_quarter, 0) as owner_quarter, coalesce(f.owner_year, 0) as owner_year, coalesce(f.owner_ttm, 0) as owner_ttm, coalesce(f.owner_all, 0) as owner_all
from parts.sale_cells as c
left join named as f on f.dimension = c.dimension and f.segment = c.segment and f.owner_id = c.owner_id and f.slice_start = c.slice_start
where c.orders > 0
