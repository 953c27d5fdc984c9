-- grain: one pair of accounts that share something, what each comparison found and what it weighs
-- key: number_1, number_2
with pair as (
  select distinct a.number as number_1, b.number as number_2
  from core.account_blocks as a
  join core.account_blocks as b on b.kind = a.kind and b.value = a.value and b.number > a.number
  where a.is_compared and b.is_compared),
town as (
  select place, count(*) as accounts from core.account_signs where place is not null group by place),
found as (
  select p.*, a.accounts, a.name_key as name_key,
    case
      when a.name_key = b.name_key then 'same'
      when a.telling_words <> b.telling_words then 'different'
      when jaro_winkler_similarity(a.name_key, b.name_key) >= 0.92 then 'alike'
      when list_has_all(a.words, b.words) or list_has_all(b.words, a.words) then 'part'
      else 'different'
    end as name,
    case when a.siren = b.siren then 'same' when a.siren <> b.siren then 'different' end as siren,
    case when a.phone = b.phone then 'phone' when a.domain = b.domain then 'domain' when a.phone <> b.phone or a.domain <> b.domain then 'different' end as contact,
    case when a.town = b.town or a.postcode = b.postcode then 'same' when a.town <> b.town or a.postcode <> b.postcode then 'different' end as place,
    coalesce(a.siret <> b.siret, false) as other_site, a.place as place_1
  from pair as p
  join core.account_signs as a on a.number = p.number_1
  join core.account_signs as b on b.number = p.number_2)
select f.number_1, f.number_2, f.name, f.siren, f.contact, f.place, r.bearers,
  f.siren = 'same' and (f.other_site or f.place = 'different') as is_other_site,
  bits(0.2 / f.accounts) as prior,
  case f.name when 'same' then bits(0.65) + r.weight when 'alike' then bits(0.20 * f.accounts) when 'part' then 0 else bits(0.05) end as name_weight,
  case f.siren when 'same' then bits(0.9995 / 0.01 * f.accounts) when 'different' then bits(0.0005) else 0 end as siren_weight,
  case f.contact when 'phone' then bits(0.65 / 0.05 * f.accounts) when 'domain' then bits(0.20 / 0.2 * f.accounts) when 'different' then bits(0.15) else 0 end as contact_weight,
  case
    when f.place = 'same' and (f.siren = 'same' or f.contact in ('phone', 'domain')) then bits(0.90 / 0.5)
    when f.place = 'same' then greatest(bits(0.90 * f.accounts / t.accounts), 0)
    when f.place = 'different' then bits(0.10)
    else 0
  end as place_weight
from found as f
join core.account_rarity as r on r.name_key = f.name_key
left join town as t on t.place = f.place_1
