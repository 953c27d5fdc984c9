-- grain: one dimension's segment, owner and slice of time; sums only
-- key: dimension, segment, owner_id, slice_start
with sale as (
  select unnest(f.account_labels || f.owner_labels || f.fact_labels || f.product_labels) as label, f.owner, slice_of(f.sold_at, r.ttm_start) as slice_start, f.amount, f.cost,
    case when f.amount > 0 then 1 end as placed, case when f.amount = 0 then 1 end as empty, case when f.amount > 0 and f.account = 0 then 1 end as without_customer,
    case when f.amount > 0 then f.amount end as ordered, case when f.amount > 0 then square(f.amount) end as ordered_sq,
    case when f.cost is not null then f.amount end as costed_revenue, square(f.amount - f.cost) as margin_sq
  from core.labelled_sales as f cross join core.run as r),
summed as (
  select label, owner, slice_start,
    count(placed) as orders, count(empty) as empty_orders, count(without_customer) as orders_without_customer,
    sum(amount) as revenue, sum(ordered) as ordered, sum(ordered_sq) as ordered_sq, coalesce(sum(margin_sq), 0) as margin_sq,
    coalesce(sum(costed_revenue), 0) as costed_revenue, coalesce(sum(cost), 0) as cost, count(cost) as costed, count(*) - count(cost) as uncosted
  from sale group by label, owner, slice_start),
-- What a sale brings of new families counts once under its customer, owner and channel; under a product or family, that of its own.
opened as (
  select unnest(s.account_labels || s.owner_labels || s.fact_labels) as label, s.owner, s.sold_at, f.amount
  from per_customer.new_families as f join core.labelled_sales as s on s.sale_id = f.sale_id and s.account_labels <> []
  where f.dimension = 'all'
  union all
  select l.label, s.owner, s.sold_at, f.amount
  from per_customer.new_families as f
  join core.labels as l on l.dimension = f.dimension and l.segment = f.segment
  join core.labelled_sales as s on s.sale_id = f.sale_id and s.account_labels <> []
  where f.dimension <> 'all'),
crossed as (
  select o.label, o.owner, slice_of(o.sold_at, r.ttm_start) as slice_start, sum(o.amount) as cross_sold, count(*) as cross_sales
  from opened as o cross join core.run as r group by o.label, o.owner, slice_start)
select l.dimension, l.segment, coalesce(w.owner_id, '(unknown)') as owner_id, s.* exclude (label, owner), coalesce(c.cross_sold, 0) as cross_sold, coalesce(c.cross_sales, 0) as cross_sales
from summed as s
left join crossed as c on c.label = s.label and c.owner = s.owner and c.slice_start is not distinct from s.slice_start
join core.labels as l on l.label = s.label
join core.owner_labels as w on w.number = s.owner
