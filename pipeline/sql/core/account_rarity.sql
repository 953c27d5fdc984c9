-- grain: one name of accounts and how rare it is: the weight of two accounts' bearing it, without m
-- key: name_key
-- A word's share is that of the other accounts that bear it, and a quarter: what nobody else bears is not impossible.
-- A whole name has at least a twentieth of a namesake, since rare words go together, and as many as really bear it.
with named as (
  select name_key, any_value(words) as words, count(*) as bearers, any_value(accounts) as accounts from core.account_signs group by name_key),
word as (
  select name_key, unnest(words) as word, accounts from named),
by_words as (
  select w.name_key, sum(bits(w.accounts / (greatest(f.accounts - 2, 0) + 0.25))) as weight
  from word as w join core.account_words as f on f.word = w.word
  group by w.name_key)
select n.name_key, n.bearers, greatest(least(b.weight, bits(n.accounts / greatest(n.bearers - 2, 0.05))), 0) as weight
from named as n join by_words as b on b.name_key = n.name_key
