-- grain: one row that names an owner
-- as: view
select owner_id as mentioned_id, owner_name as mentioned_name from staging.opportunities
union all
select owner_id as mentioned_id, owner_name as mentioned_name from staging.orders
union all
select owner_id as mentioned_id, owner_name as mentioned_name from staging.accounts
union all
select owner_id as mentioned_id, owner_name as mentioned_name from staging.activities
union all
select owner_id as mentioned_id, owner_name as mentioned_name from staging.quotes
union all
select owner_id as mentioned_id, owner_name as mentioned_name from staging.targets
union all
select owner_id as mentioned_id, owner_name as mentioned_name from staging.contacts
union all
select owner_id as mentioned_id, owner_name as mentioned_name from staging.contracts
union all
select owner_id as mentioned_id, owner_name as mentioned_name from staging.actions
