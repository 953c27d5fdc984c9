-- grain: one word of the accounts' names
-- key: word
select word, count(*) as accounts
from (select unnest(words) as word from core.account_signs)
group by word
