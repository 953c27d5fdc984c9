-- grain: one row that names a product
-- as: view
select product_id as mentioned_id, product_called(product_id, product_name, product_family) as mentioned_name from staging.opportunities
union all
select product_id as mentioned_id, product_called(product_id, product_name, product_family) as mentioned_name from core.order_entries
union all
select product_id as mentioned_id, product_name as mentioned_name from staging.contracts
