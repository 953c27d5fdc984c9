-- grain: one dimension's segment, owner and slice of time; sums only
-- key: dimension, segment, owner_id, slice_start
-- Amounts are worked out once a sale, before it is spread over its labels; and sales of one owner, slice, kind and product are added up before they are spread over the labels of these.
with sale as not materialized (
  select f.account_labels, f.owner_labels, f.fact_labels, f.product_labels, f.owner, slice_of(f.sold_at, r.ttm_start) as slice_start, f.amount, f.cost,
    case when f.amount > 0 then 1 end as placed, case when f.amount = 0 then 1 end as empty, case when f.amount > 0 and f.account = 0 then 1 end as without_customer,
    case when f.amount > 0 then f.amount end as ordered, case when f.amount > 0 then square(f.amount) end as ordered_sq,
    case when f.cost is not null then f.amount end as costed_revenue, square(f.amount - f.cost) as margin_sq,
    case when f.cost is not null then square(f.amount) end as costed_sq, product_of(f.amount - f.cost, f.amount) as margin_by_revenue
  from core.labelled_sales as f cross join core.run as r),
together as (
  select account_labels[:1] || owner_labels || fact_labels || product_labels as labels, owner, slice_start,
    count(placed) as orders, count(empty) as empty_orders, count(without_customer) as orders_without_customer,
    sum(amount) as revenue, sum(ordered) as ordered, sum(ordered_sq) as ordered_sq, sum(margin_sq) as margin_sq, sum(costed_sq) as costed_sq, sum(margin_by_revenue) as margin_by_revenue,
    sum(costed_revenue) as costed_revenue, sum(cost) as cost, count(cost) as costed, count(*) - count(cost) as uncosted
  from sale group by all),
by_customer as (
  select label, owner, slice_start,
    count(placed) as orders, count(empty) as empty_orders, count(without_customer) as orders_without_customer,
    sum(amount) as revenue, sum(ordered) as ordered, sum(ordered_sq) as ordered_sq, sum(margin_sq) as margin_sq, sum(costed_sq) as costed_sq, sum(margin_by_revenue) as margin_by_revenue,
    sum(costed_revenue) as costed_revenue, sum(cost) as cost, count(cost) as costed, count(*) - count(cost) as uncosted
  from (select unnest(account_labels[2:]) as label, * exclude (account_labels, owner_labels, fact_labels, product_labels) from sale) group by label, owner, slice_start),
summed as (
  select label, owner, slice_start,
    sum(orders)::bigint as orders, sum(empty_orders)::bigint as empty_orders, sum(orders_without_customer)::bigint as orders_without_customer,
    sum(revenue) as revenue, sum(ordered) as ordered, sum(ordered_sq) as ordered_sq, coalesce(sum(margin_sq), 0) as margin_sq, coalesce(sum(costed_sq), 0) as costed_sq, coalesce(sum(margin_by_revenue), 0) as margin_by_revenue,
    coalesce(sum(costed_revenue), 0) as costed_revenue, coalesce(sum(cost), 0) as cost, sum(costed)::bigint as costed, sum(uncosted)::bigint as uncosted
  from (select unnest(labels) as label, * exclude (labels) from together union all by name from by_customer) group by label, owner, slice_start),
-- What a sale brings of new families counts once under its customer, owner and channel; under a product or family, that of its own.
opened as (
  select s.account_labels || s.owner_labels || s.fact_labels as labels, s.owner, slice_of(s.sold_at, r.ttm_start) as slice_start, f.amount
  from per_customer.new_families as f
  join core.labelled_sales as s on s.sale_id = f.sale_id and s.account_labels <> []
  cross join core.run as r
  where f.dimension = 'all'),
opened_by_product as (
  select f.dimension, f.segment, s.owner, slice_of(s.sold_at, r.ttm_start) as slice_start, sum(f.amount) as cross_sold, count(*) as cross_sales
  from per_customer.new_families as f
  join core.labelled_sales as s on s.sale_id = f.sale_id and s.account_labels <> []
  cross join core.run as r
  where f.dimension <> 'all'
  group by f.dimension, f.segment, s.owner, slice_start),
crossed as (
  select label, owner, slice_start, sum(cross_sold) as cross_sold, sum(cross_sales)::bigint as cross_sales
  from (
    select label, owner, slice_start, sum(amount) as cross_sold, count(*) as cross_sales
    from (select unnest(labels) as label, * exclude (labels) from opened) group by label, owner, slice_start
    union all
    select l.label, p.owner, p.slice_start, p.cross_sold, p.cross_sales
    from opened_by_product as p join core.labels as l on l.dimension = p.dimension and l.segment = p.segment)
  group by label, owner, slice_start)
select l.dimension, l.segment, coalesce(w.owner_id, '(unknown)') as owner_id, s.* exclude (label, owner), coalesce(c.cross_sold, 0) as cross_sold, coalesce(c.cross_sales, 0) as cross_sales
from summed as s
left join crossed as c on c.label = s.label and c.owner = s.owner and c.slice_start is not distinct from s.slice_start
join core.labels as l on l.label = s.label
join core.owner_labels as w on w.number = s.owner
