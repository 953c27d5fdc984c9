-- grain: one product by the number that the page's facts hold; 0 stands for facts without a product
-- key: product
select row_number() over (order by product_id) as product, product_id, name, family from core.products
union all
select 0, null, null, null
