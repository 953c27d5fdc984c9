-- grain: one row that names an account
-- as: view
select account_id as mentioned_id, account_name as mentioned_name from staging.opportunities
union all
select account_id as mentioned_id, account_name as mentioned_name from staging.orders
union all
select account_id as mentioned_id, account_name as mentioned_name from staging.activities
union all
select account_id as mentioned_id, account_name as mentioned_name from staging.leads
union all
select account_id as mentioned_id, account_name as mentioned_name from staging.quotes
union all
select account_id as mentioned_id, account_name as mentioned_name from staging.complaints
union all
select account_id as mentioned_id, account_name as mentioned_name from staging.surveys
union all
select account_id as mentioned_id, account_name as mentioned_name from staging.contacts
union all
select account_id as mentioned_id, account_name as mentioned_name from staging.contracts
union all
select account_id as mentioned_id, account_name as mentioned_name from staging.actions
