-- grain: one account and what can be compared of it with another
-- key: account_id
with spelled as (
  select account_id, name, name_words(name) as all_words, siren_of(siren) as siren, case when length(digits_of(siren)) = 14 then digits_of(siren) end as siret,
    phone_of(phone) as phone, domain_of(domain) as domain, town_of(city) as town, nullif(trim(postcode), '') as postcode
  from core.accounts),
told as (
  select *, list_filter(all_words, lambda w: not is_form(w)) as own_words from spelled)
select row_number() over (order by account_id) as number, * exclude (all_words, own_words),
  case when len(own_words) > 0 then own_words else all_words end as words, array_to_string(words, ' ') as name_key,
  list_filter(words, lambda w: is_telling(w)) as telling_words, coalesce(town, postcode) as place, count(*) over () as accounts
from told
