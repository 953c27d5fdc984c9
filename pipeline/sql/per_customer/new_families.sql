-- grain: one sale of a family that the customer did not buy before, after its first day as a customer
-- key: sale_id
-- shards: core.sales
with bought as (
  select s.sale_id, s.sold_at, min(s.sold_at) over (partition by s.account_id) as first_order,
    min(s.sold_at) over (partition by s.account_id, p.family) as first_of_family
  from core.sales as s
  join core.products as p on p.product_id = s.product_id and p.family is not null
  where s.account_id is not null and s.amount > 0)
select sale_id from bought where sold_at = first_of_family and first_of_family > first_order
