-- grain: one product in a sale of several, in numbers
-- key: position
-- sale: the place of its sale among those of several products; flags: 1 the first of its sale, 2 of a family that the customer did not buy before
with part as (
  select l.sale_id, l.account_id, l.sold_at, l.product_id, l.family, sum(l.amount) as amount, sum(l.cost) as cost
  from core.mixed_orders as m join core.sale_lines as l on l.sale_id = m.order_id
  group by all),
coded as (
  select p.*, a.account, coalesce(k.product, 0) as product, case when f.sale_id is not null then 2 else 0 end as is_new
  from part as p
  join page.accounts as a on a.account_id is not distinct from p.account_id
  left join page.products as k on k.product_id = p.product_id
  left join per_customer.new_families as f on f.sale_id = p.sale_id and f.dimension = 'family' and f.segment = p.family)
select row_number() over (order by account, sold_at, sale_id, product) as position, dense_rank() over (order by account, sold_at, sale_id) as sale,
  account, product, page_amount(amount) as amount, page_amount(cost) as cost,
  (row_number() over (partition by sale_id order by product) = 1)::int + is_new as flags
from coded
