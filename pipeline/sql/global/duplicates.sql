-- grain: one pair of accounts that may be the same company, or are sites of one
-- key: account_1, account_2
with weighed as (
  select *, prior + name_weight + siren_weight + contact_weight + place_weight as weight from core.account_pairs),
apart as (
  select coalesce(m.survivor_id, d.account_1) as account_1, coalesce(n.survivor_id, d.account_2) as account_2
  from core.duplicate_decisions as d
  left join core.account_merges as m on m.account_id = d.account_1
  left join core.account_merges as n on n.account_id = d.account_2
  where d.outcome = 'apart')
select a.account_id as account_1, b.account_id as account_2, a.name as name_1, b.name as name_2,
  case when coalesce(w.is_other_site, false) then 'same_company' else 'duplicate' end as relation,
  chance_of(w.weight) as probability, w.weight,
  concat_ws('; ',
    case w.name when 'same' then 'same name (' || w.bearers || ' accounts bear it)' when 'alike' then 'names spelled nearly alike' when 'part' then 'one name within the other' else 'other name' end,
    case w.siren when 'same' then 'same SIREN ' || a.siren when 'different' then 'other SIREN' end,
    case w.contact when 'phone' then 'same telephone' when 'domain' then 'same domain ' || a.domain when 'different' then 'other telephone or domain' end,
    case w.place when 'same' then 'same town' when 'different' then 'other town' end) as evidence_en,
  concat_ws(' ; ',
    case w.name when 'same' then 'même nom (' || w.bearers || ' comptes le portent)' when 'alike' then 'noms presque identiques' when 'part' then 'un nom dans l’autre' else 'autre nom' end,
    case w.siren when 'same' then 'même SIREN ' || a.siren when 'different' then 'autre SIREN' end,
    case w.contact when 'phone' then 'même téléphone' when 'domain' then 'même domaine ' || a.domain when 'different' then 'autre téléphone ou domaine' end,
    case w.place when 'same' then 'même ville' when 'different' then 'autre ville' end) as evidence_fr,
  w.name as name_finding, w.siren as siren_finding, w.contact as contact_finding, w.place as place_finding
from weighed as w
join core.account_signs as a on a.number = w.number_1
join core.account_signs as b on b.number = w.number_2
where (w.weight >= bits(0.25) or coalesce(w.is_other_site, false))
  and not exists (from apart as k where (k.account_1, k.account_2) in ((a.account_id, b.account_id), (b.account_id, a.account_id)))
order by relation, probability desc, account_1, account_2
