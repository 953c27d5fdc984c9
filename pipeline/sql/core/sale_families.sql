-- grain: one product family that a sale brings an amount above zero of
-- key: sale_id, family
-- as: view
select s.sale_id, s.account_id, s.sold_at, p.family, s.amount
from core.sales as s
join core.products as p on p.product_id = s.product_id
where p.family is not null and s.amount > 0
union all
select s.sale_id, s.account_id, s.sold_at, p.segment, p.amount
from core.sale_parts as p
join core.sales as s on s.sale_id = p.sale_id
where p.dimension = 'family' and p.segment <> '(unknown)' and p.amount > 0
