-- grain: one spelling of a sector
-- key: mentioned_name
with named as (
  select sector from staging.accounts
  union all
  select sector from core.account_traits),
spelling as (
  select sector as mentioned_name, lower(sector) as word, count(*) as mentions from named where sector is not null group by all),
-- A name that sectors usually bear, or that twenty times as many accounts bear.
usual as (
  select word, word as name, null::bigint as mentions from staging.vocabulary where column_name = 'sector'
  union all
  select word, arg_max(mentioned_name, (mentions, mentioned_name)), sum(mentions)::bigint from spelling group by word),
-- One letter off, and long enough that it is a slip: "technolgy", not "food" and "wood".
near as (
  select s.mentioned_name, arg_min(v.name, (v.mentions is not null, -v.mentions, v.name)) as word
  from spelling as s
  join usual as v
    on length(s.word) >= 7 and damerau_levenshtein(s.word, v.word) = 1 and (v.mentions is null or v.mentions >= 20 * s.mentions)
  where s.word not in (select word from staging.vocabulary where column_name = 'sector')
    and length(v.word) >= 7 and v.word not like s.word || '_' and s.word not like v.word || '_'
  group by s.mentioned_name)
select s.mentioned_name, coalesce(n.word, s.mentioned_name) as sector, n.word as matched_name,
  case when n.word is null then 'exact' else 'spelling' end as how, s.mentions
from spelling as s
left join near as n on n.mentioned_name = s.mentioned_name
