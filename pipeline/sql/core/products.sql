-- grain: one product, listed or only mentioned
-- key: product_id
select e.id as product_id, e.name, coalesce(f.name, p.family, t.family, p.family_id) as family, p.list_price, p.unit_cost, p.source, p._file, p._row
from listed_and_mentioned('core.listed_products', 'core.product_links') as e
left join staging.products as p on coalesce(p.id, p.name) = case when e.is_listed then e.id end
left join staging.families as f on f.id = p.family_id
left join core.product_traits as t on t.product_id = e.id
