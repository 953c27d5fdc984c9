-- grain: one spelling of an account, before duplicates are merged
-- key: mentioned_id, mentioned_name
select * from linked('core.listed_accounts', 'core.account_mentions')
