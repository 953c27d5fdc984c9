-- What two accounts are compared by, and how much each comparison says (Fellegi and Sunter 1969, "A Theory for Record Linkage", eq. 6):
-- the weight of a finding is log2(m / u), m its chance between two accounts of one company, u between any two others.
-- Priors, fixed; N accounts, each with 0.2 twins on average:
--   name     same 0.65, u = the rarity of its words (Winkler 1989: a rare value says more than a common one)
--            alike 0.20, u = 1 / N: about one near namesake each      words added or left out: says nothing
--            different 0.05
--   SIREN    same 0.9995, u = 0.01 / N     different 0.0005: a mistyped one
--   contact  same telephone 0.65, u = 0.05 / N: a group's switchboard   same domain 0.20, u = 0.2 / N: sister companies   different 0.15
--   place    same 0.90, u = the share of accounts there, 0.5 where SIREN or contact agree already   different 0.10
-- u of a difference is 1: nearly all pairs differ. Weights have three decimals, so that their sums are exact.
create macro bits(odds) as round(log2(odds::double), 3)::decimal(9, 3);

create macro chance_of(weight) as round(1 / (1 + pow(2, -weight::double)), 4);

create macro name_words(name) as
  list_sort(list_distinct(list_filter(string_split_regex(
    replace(replace(replace(replace(strip_accents(lower(name)), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), '.', ''), '[^\p{L}\p{N}]+'), lambda w: w <> '')));

-- Legal forms, articles and the words that any company may add to its name.
create macro is_form(word) as word in (
  'sarl', 'sas', 'sasu', 'sa', 'eurl', 'snc', 'scop', 'scs', 'sca', 'selarl', 'ei', 'eirl', 'gie', 'ste', 'societe', 'ets', 'etablissements', 'cie', 'compagnie',
  'gmbh', 'ag', 'kg', 'ug', 'ltd', 'limited', 'llc', 'llp', 'inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'plc', 'bv', 'nv', 'bvba', 'sprl', 'srl', 'spa', 'sl', 'slu', 'oy', 'ab', 'as',
  'le', 'la', 'les', 'l', 'de', 'du', 'des', 'd', 'et', 'and', 'und', 'y', 'the', 'of');

-- Numbers and roles tell apart what bears one name: "Garage 2" and "Garage 3", a holding and its subsidiary.
create macro is_telling(word) as regexp_matches(word, '\d') or word in (
  'holding', 'groupe', 'group', 'gruppe', 'grupo', 'finance', 'financiere', 'invest', 'investissement', 'participations', 'immobilier', 'immobiliere', 'immo', 'sci', 'fondation', 'association');

create macro digits_of(x) as nullif(regexp_replace(x, '\D', '', 'g'), '');

-- A run of one digit fills a field and identifies nobody.
create macro no_filler(digits) as case when replace(digits, left(digits, 1), '') <> '' then digits end;

create macro siren_of(x) as
  case when length(digits_of(x)) in (9, 14) then no_filler(left(digits_of(x), 9)) end;

create macro phone_of(x) as
  case when length(digits_of(x)) >= 9 then no_filler(right(digits_of(x), 9)) end;

-- The company's own domain, from an address of the web or of mail; none where it is a public provider's.
create macro domain_of(x) as
  nullif(regexp_replace(regexp_extract(lower(trim(x)), '^(?:[a-z]+://)?(?:[^@/]*@)?(?:www\.)?([^/:?#\s]+\.[a-z]{2,})', 1),
    '^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|orange|wanadoo|free|sfr|neuf|laposte|bbox|numericable|club-internet|proton|protonmail|facebook|linkedin|pagesjaunes)\.[a-z.]+$', ''), '');

create macro town_of(city) as
  nullif(regexp_replace(regexp_replace(regexp_replace(strip_accents(lower(city)), '\bcedex\b.*|\d+', '', 'g'), '\b(st|ste)\b', 'saint', 'g'), '[^\p{L}]+', '', 'g'), '');

-- Accounts that pairs tie together, directly or through others, under the first of them.
-- pairs: (account_1, account_2).
create macro tied(pairs) as table
  with recursive edge as (
    select account_1 as a, account_2 as b from query_table(pairs)
    union
    select account_2, account_1 from query_table(pairs)),
  reached as (
    select a as account_id, a as first_id from edge
    union
    select e.b, r.first_id from reached as r join edge as e on e.a = r.account_id where r.first_id < e.b)
  select account_id, min(first_id) as first_id from reached group by account_id;
