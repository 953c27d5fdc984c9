-- grain: one row that names a product
select product_id as mentioned_id, product_name as mentioned_name from staging.opportunities
union all
select product_id as mentioned_id, product_name as mentioned_name from staging.orders
union all
select product_id as mentioned_id, product_name as mentioned_name from staging.contracts
