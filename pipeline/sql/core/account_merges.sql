-- grain: one account that another stands for
-- key: account_id
-- The one that stays is listed rather than only mentioned, then the oldest, then the first by id: newer exports do not change it.
with merged as (
  select account_1, account_2 from core.duplicate_decisions where outcome = 'merged' and not exists (from staging.arguments where is_unmerged)
  union
  select account_1, account_2 from core.account_persons),
ranked as (
  select t.account_id, t.first_id, row_number() over (partition by t.first_id order by e.is_listed desc, e.created_at nulls last, t.account_id) as place
  from tied(merged) as t join core.account_entries as e on e.account_id = t.account_id)
select r.account_id, s.account_id as survivor_id, r.place
from ranked as r join ranked as s on s.first_id = r.first_id and s.place = 1
where r.place > 1
