-- grain: one pair of accounts that the analyst marked in duplicates.xlsx, and what became of the mark
-- key: account_1, account_2
-- A pair marked both ways, or a group tied by "yes" that a "no" cuts through, is left as it was: no guess is better than asking again.
with marked as (
  select least(account_1, account_2) as account_1, greatest(account_1, account_2) as account_2,
    bool_or(is_duplicate) as says_yes, bool_or(not is_duplicate) as says_no
  from staging.duplicate_marks where account_1 <> account_2
  group by all),
known as (
  select m.*, a.account_id is not null and b.account_id is not null as is_known
  from marked as m
  left join core.account_entries as a on a.account_id = m.account_1
  left join core.account_entries as b on b.account_id = m.account_2),
yes as (
  select account_1, account_2 from known where is_known and says_yes and not says_no),
grouped as (
  select * from tied(yes)),
torn as (
  select distinct a.first_id
  from known as n
  join grouped as a on a.account_id = n.account_1
  join grouped as b on b.account_id = n.account_2 and b.first_id = a.first_id
  where n.says_no)
select k.account_1, k.account_2,
  case
    when k.says_yes and k.says_no then 'contradictory'
    when not k.is_known then 'unknown_account'
    when g.first_id in (select first_id from torn) and (k.says_yes or h.first_id = g.first_id) then 'contradictory'
    when k.says_yes then 'merged'
    else 'apart'
  end as outcome,
  case when not (k.says_yes and k.says_no) then k.says_yes end as is_duplicate
from known as k
left join grouped as g on g.account_id = k.account_1
left join grouped as h on h.account_id = k.account_2
