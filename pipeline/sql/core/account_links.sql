-- grain: one spelling of an account, and the account that it means now that duplicates are merged
-- key: mentioned_id, mentioned_name
select s.* replace (coalesce(m.survivor_id, s.id) as id)
from core.account_spellings as s
left join core.account_merges as m on m.account_id = s.id
