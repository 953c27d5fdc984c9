-- grain: one spelling of an account
-- key: mentioned_id, mentioned_name
select * from linked('core.listed_accounts', 'core.account_mentions')
