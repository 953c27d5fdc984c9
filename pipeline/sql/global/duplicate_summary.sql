-- grain: one row: the pairs to review, what became of the analyst's marks, and the groups too large to compare pair by pair
-- key: pairs
with pair as (
  select count(*) as pairs, count(*) filter (where probability >= 0.9) as likely from marts.duplicates where relation = 'duplicate'),
mark as (
  select count(*) filter (where outcome = 'merged') as merged, count(*) filter (where outcome = 'apart') as apart,
    count(*) filter (where outcome = 'contradictory') as contradictory, count(*) filter (where outcome = 'unknown_account') as unknown_account
  from core.duplicate_decisions),
group_left_out as (
  select count(distinct (kind, value)) as groups_left_out from core.account_blocks where not is_compared)
select * from pair cross join mark cross join group_left_out
