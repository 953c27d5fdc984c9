-- grain: one product, listed or only mentioned
-- key: product_id
with last_row as (
  select * from staging.products
  qualify row_number() over (partition by coalesce(id, name) order by _file desc, _row desc) = 1)
select e.id as product_id, e.name, p.family, p.list_price, p.unit_cost, p.source, p._file, p._row
from listed_and_mentioned('core.listed_products', 'core.product_links') as e
left join last_row as p on coalesce(p.id, p.name) = e.id and e.is_listed
