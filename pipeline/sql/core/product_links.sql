-- grain: one spelling of a product
-- key: mentioned_id, mentioned_name
select * from linked('core.listed_products', 'core.product_mentions')
