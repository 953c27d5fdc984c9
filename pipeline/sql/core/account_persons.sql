-- grain: one account and the first one of the same customer, where the exports give each order's customer a new id and each customer one that stays
-- key: account_2
with bearer as (
  select coalesce(id, name) as account_id, min(coalesce(id, name)) over (partition by unique_id) as first_id from staging.accounts where unique_id is not null)
select first_id as account_1, account_id as account_2 from bearer where account_id <> first_id
