-- grain: one sale of a family that the customer did not buy before, after its first day as a customer
-- key: sale_id
-- shards: core.sales, per_customer.family_purchases
-- An order of several families counts with none of them.
with first_day as (
  select account_id, min(sold_at) as first_order from core.sales where account_id is not null and amount > 0 group by account_id)
select s.sale_id
from core.sales as s
join core.products as p on p.product_id = s.product_id
join per_customer.family_purchases as f on f.account_id = s.account_id and f.family = p.family and f.sold_at = s.sold_at and f.before_at is null
join first_day as d on d.account_id = s.account_id and d.first_order < s.sold_at
where s.amount > 0
