-- grain: one account under one thing that makes it worth comparing with those that share it
-- Beyond 50 accounts a block is split by place; what is still larger is left out, and counted.
with sign as (
  select number, place, 'siren' as kind, siren as value from core.account_signs where siren is not null
  union all
  select number, place, 'phone', phone from core.account_signs where phone is not null
  union all
  select number, place, 'domain', domain from core.account_signs where domain is not null
  union all
  select number, place, 'name', name_key from core.account_signs
  union all
  select number, place, 'word', word from (select number, place, unnest(words) as word from core.account_signs) where length(word) >= 4
  union all
  select number, place, 'start', left(name_key, 4) || '|' || place from core.account_signs where place is not null),
sized as (
  select kind, value, count(*) as accounts from sign group by all having count(*) > 1),
whole as (
  select s.number, s.kind, s.value, s.place, z.accounts from sign as s join sized as z on z.kind = s.kind and z.value = s.value),
split as (
  select number, kind, value || '|' || place as value, count(*) over (partition by kind, value, place) as accounts
  from whole where accounts > 50 and kind <> 'start' and place is not null)
select number, kind, value, accounts, true as is_compared from whole where accounts <= 50
union all
select number, kind, value, accounts, accounts <= 50 from split where accounts > 1
union all
select number, kind, value, accounts, false from whole where accounts > 50 and (kind = 'start' or place is null)
