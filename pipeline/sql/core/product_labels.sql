-- grain: one product and the labels of its name and family, and one that stands for facts without a known product
-- key: product_id
with product as (
  select product_id, name, family from core.products
  union all
  select null, null, null)
select p.product_id, n.label as product, f.label as family
from product as p
join core.labels as n on n.dimension = 'product' and n.segment = coalesce(p.name, '(unknown)')
join core.labels as f on f.dimension = 'family' and f.segment = coalesce(p.family, '(unknown)')
