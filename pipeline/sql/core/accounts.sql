-- grain: one account, listed or only mentioned; of duplicates, one that keeps its values and takes those that it lacks from the others
-- key: account_id
with member as (
  select survivor_id, account_id, place from core.account_merges
  union all
  select distinct survivor_id, survivor_id, 1 from core.account_merges)
select * from core.account_entries where account_id not in (select account_id from member)
union all by name
select m.survivor_id as account_id, arg_min(columns(e.* exclude (account_id)), m.place) as "\0"
from member as m join core.account_entries as e on e.account_id = m.account_id
group by m.survivor_id
