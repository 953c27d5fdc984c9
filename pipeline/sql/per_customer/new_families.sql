-- grain: one sale and what it brings of families that the customer did not buy before, after its first day as a customer: by product, by family and in all
-- key: sale_id, dimension, segment
-- shards: core.sale_families, core.sale_lines, core.sales, per_customer.family_purchases
with first_day as (
  select account_id, min(sold_at) as first_order from core.sales where account_id is not null and amount > 0 group by account_id),
opened as (
  select v.sale_id, v.family
  from core.sale_families as v
  join per_customer.family_purchases as f on f.account_id = v.account_id and f.family = v.family and f.sold_at = v.sold_at and f.before_at is null
  join first_day as d on d.account_id = v.account_id and d.first_order < v.sold_at),
line as (
  select l.sale_id, l.product, l.family, l.amount from opened as o join core.sale_lines as l on l.sale_id = o.sale_id and l.family = o.family)
select sale_id, 'product' as dimension, product as segment, sum(amount)::decimal(18, 4) as amount from line group by all
union all
select sale_id, 'family', family, sum(amount)::decimal(18, 4) from line group by all
union all
select sale_id, 'all', 'all', sum(amount)::decimal(18, 4) from line group by all
