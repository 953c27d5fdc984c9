-- grain: one row that names an account
select account_id as mentioned_id, account_name as mentioned_name from staging.opportunities
union all
select account_id as mentioned_id, account_name as mentioned_name from staging.orders
