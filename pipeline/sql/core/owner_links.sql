-- grain: one spelling of an owner
-- key: mentioned_id, mentioned_name
select * from linked('core.listed_owners', 'core.owner_mentions')
