-- How the text of an export's cell is read. NULL means blank or unreadable; the caller tells them apart with is_blank.
-- Tab, no-break space, narrow no-break space and thin space are spaces too.
create macro spaces() as ' ' || chr(9) || chr(160) || chr(8239) || chr(8201);

-- list_contains, since the engine joins every row to a list of values that stands behind IN.
create macro is_blank(x) as
  x is null or list_contains(['', '-', '–', '—', 'n/a', 'N/A', '#N/A', 'NULL', 'null', 'NaN', 'n.d.'], trim(x, spaces()));

-- Most cells begin with a letter or a digit and end in no space: they are read as they stand, at a tenth of the cost.
create macro is_plain(x) as
  x >= '0' and x < chr(8192) and not starts_with(x, chr(160))
  and (strlen(x) > 4 or not list_contains(['n/a', 'N/A', 'NULL', 'null', 'NaN', 'n.d.'], x))
  and not (ends_with(x, ' ') or ends_with(x, chr(9)) or ends_with(x, chr(160)) or ends_with(x, chr(8239)) or ends_with(x, chr(8201)));

create macro read_text(x) as
  case when is_plain(x) then x when not is_blank(x) then trim(x, spaces()) end;

-- Spaces of every width, currency signs and apostrophes group or decorate; what is left must be a number.
create macro bare_number(x) as
  translate(replace(regexp_replace(x, '(?i)(^|[^a-z])(EUR|USD|GBP|CHF|CAD|MAD|XOF|XAF|TND|DZD|JPY|SEK|NOK|DKK|PLN|CZK|HUF|RON|AUD|BRL|MXN|CNY|INR|AED)([^a-z]|$)', '\1\3'), '−', '-'), spaces() || '€$£''’()', '');

-- Accounts write a credit as (12,00) or as 12,00-.
create macro signed(x, number) as
  case when ends_with(x, ')') or ends_with(x, '-') then -number else number end;

-- Here and below the usual spelling is tried first, and only what it does not read is looked at more closely.
create macro plain_amount_comma(x) as
  case when not contains(x, '.') then try_cast(replace(x, ',', '.') as decimal(18, 4)) end;

create macro decorated_amount_comma(x) as
  signed(x, try_cast(replace(replace(rtrim(bare_number(x), '-'), '.', ''), ',', '.') as decimal(18, 4)));

create macro plain_amount_point(x) as
  try_cast(x as decimal(18, 4));

create macro decorated_amount_point(x) as
  signed(x, try_cast(replace(rtrim(bare_number(x), '-'), ',', '') as decimal(18, 4)));

create macro read_amount_comma(x) as
  coalesce(plain_amount_comma(x), decorated_amount_comma(x));

create macro read_amount_point(x) as
  coalesce(plain_amount_point(x), decorated_amount_point(x));

-- A share above 1, or with its sign, is of a hundred; no discount is above the price.
create macro plausible_share(s) as
  case when s between -1 and 1 then s end;

create macro read_share_comma(x) as
  plausible_share(try_cast(replace(bare_number(x), ',', '.') as decimal(18, 8)));

create macro read_share_point(x) as
  plausible_share(try_cast(bare_number(x) as decimal(18, 8)));

create macro read_percent_comma(x) as
  plausible_share((try_cast(replace(replace(bare_number(x), '%', ''), ',', '.') as decimal(18, 6)) / 100)::decimal(18, 8));

create macro read_percent_point(x) as
  plausible_share((try_cast(replace(bare_number(x), '%', '') as decimal(18, 6)) / 100)::decimal(18, 8));

-- The currency that an amount is written with.
create macro read_currency_mark(x) as
  case
    when contains(x, '€') then 'EUR' when contains(x, '£') then 'GBP'
    when contains(x, '$') then case when contains(x, 'CA$') or contains(x, 'CAD') then 'CAD' when contains(x, 'A$') then 'AUD' else 'USD' end
    else nullif(upper(regexp_extract(x, '(?i)(^|[^a-z])(EUR|USD|GBP|CHF|CAD|MAD|XOF|XAF|TND|DZD|JPY|SEK|NOK|DKK|PLN|CZK|HUF|RON|AUD|BRL|MXN|CNY|INR|AED)([^a-z]|$)', 2)), '')
  end;

-- An exchange rate has more decimals than money.
create macro read_rate_comma(x) as
  try_cast(replace(replace(bare_number(x), '.', ''), ',', '.') as decimal(18, 8));

create macro read_rate_point(x) as
  try_cast(replace(bare_number(x), ',', '') as decimal(18, 8));

create macro plausible_date(d) as
  case when d between date '1900-01-01' and date '2199-12-31' then d end;

create macro read_time(x, formats) as
  coalesce(try_strptime(x, formats), try_strptime(translate(trim(x), '.-', '//'), formats));

-- What programs write after a day: "T09:00:00.000+0000", " 09:00:00 +0200", ", 9:12 AM", " 14h30", " à 14:30 (UTC)".
create macro clock_pattern() as
  ',?(?: à | at | - |[ T]) *([01]?\d|2[0-3])[:hH.]([0-5]\d)(?:[:.]([0-5]\d))?(?:[.,]\d+)? *([AaPp]?)(?:\.?[Mm]\.?)? *(?:[+-]\d{2}:?\d{2}|\(?(?:[A-Z]{1,5}|[A-Za-z]+/[A-Za-z_/]+)\)?)?$';

create macro day_before_clock(x) as
  nullif(regexp_extract(trim(x, spaces()), '^([\d/.\-]+)' || clock_pattern(), 1), '');

create macro time_of_clock(c) as
  to_seconds(3600 * case lower(c.half) when 'p' then c.hours::int % 12 + 12 when 'a' then c.hours::int % 12 else c.hours::int end + 60 * c.minutes::int + coalesce(try_cast(c.seconds as int), 0));

-- The zone is left aside: in one column it is the same one, but for summer.
create macro moment_with_clock(x, day) as
  case when day is not null then day::timestamp + time_of_clock(regexp_extract(trim(x, spaces()), clock_pattern(), ['hours', 'minutes', 'seconds', 'half'])) end;

-- The day where it was written: half past midnight at +02:00 is the day before in London only.
create macro read_date_iso(x) as
  plausible_date(case when try_cast(trim(x) as timestamp) is not null then try_cast(trim(x) as date) else try_cast(day_before_clock(x) as date) end);

create macro read_date_ymd(x) as
  plausible_date(case when strlen(x) > 10
    then coalesce(try_strptime(replace(trim(x), '/', ''), ['%Y%m%d', '%Y%m%d %H:%M', '%Y%m%d %H:%M:%S']), try_strptime(replace(day_before_clock(x), '/', ''), ['%Y%m%d']))
    else try_strptime(replace(trim(x), '/', ''), ['%Y%m%d']) end::date);

-- Ten bytes hold a day and no clock: the engine looks for the clock in every row that may have one, at five times the cost.
create macro read_day(x, formats, days) as
  plausible_date(case when strlen(x) > 10 then coalesce(read_time(x, formats), read_time(day_before_clock(x), days)) else read_time(x, days) end::date);

create macro read_date_dmy(x) as
  read_day(x, ['%d/%m/%Y', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S'], ['%d/%m/%Y']);

create macro read_date_mdy(x) as
  read_day(x, ['%m/%d/%Y', '%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %I:%M %p'], ['%m/%d/%Y']);

create macro read_date_dmy_short(x) as
  read_day(x, ['%d/%m/%y', '%d/%m/%y %H:%M'], ['%d/%m/%y']);

create macro read_date_mdy_short(x) as
  read_day(x, ['%m/%d/%y', '%m/%d/%y %H:%M'], ['%m/%d/%y']);

-- A month stands for its first day: 03/2025, 2025-03, 202503.
create macro read_date_month(x) as
  plausible_date(case when regexp_matches(trim(x), '^\d{6}$') then try_strptime(trim(x) || '01', '%Y%m%d') else try_strptime(translate(trim(x), '.-', '//'), ['%m/%Y', '%Y/%m']) end::date);

-- A day with its time, where the cell has one: of two rows with one key the one modified last counts.
create macro plausible_moment(t) as
  case when plausible_date(t::date) is not null then t end;

create macro read_moment_iso(x) as
  plausible_moment(case when try_cast(trim(x) as timestamp) is not null then try_cast(trim(x) as timestamp) else moment_with_clock(x, try_cast(day_before_clock(x) as date)) end);

create macro read_moment_ymd(x) as
  plausible_moment(coalesce(try_strptime(replace(trim(x), '/', ''), ['%Y%m%d', '%Y%m%d %H:%M', '%Y%m%d %H:%M:%S', '%Y%m%d%H%M%S']),
    moment_with_clock(x, try_strptime(replace(day_before_clock(x), '/', ''), ['%Y%m%d'])::date)));

create macro read_moment(x, formats, days) as
  plausible_moment(case when strlen(x) > 10 then coalesce(read_time(x, formats), moment_with_clock(x, read_time(day_before_clock(x), days)::date)) else read_time(x, days) end);

create macro read_moment_dmy(x) as
  read_moment(x, ['%d/%m/%Y', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S'], ['%d/%m/%Y']);

create macro read_moment_mdy(x) as
  read_moment(x, ['%m/%d/%Y', '%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %I:%M %p', '%m/%d/%Y %I:%M:%S %p'], ['%m/%d/%Y']);

create macro read_moment_dmy_short(x) as
  read_moment(x, ['%d/%m/%y', '%d/%m/%y %H:%M'], ['%d/%m/%y']);

create macro read_moment_mdy_short(x) as
  read_moment(x, ['%m/%d/%y', '%m/%d/%y %H:%M'], ['%m/%d/%y']);

-- Seconds, or thousandths of them, since 1970, in the universal time that programs count them in.
create macro read_moment_epoch(x) as
  plausible_moment(case len(trim(x)) when 10 then make_timestamp(try_cast(trim(x) as bigint) * 1000000) when 13 then make_timestamp(try_cast(trim(x) as bigint) * 1000) end);

create macro read_date_epoch(x) as
  read_moment_epoch(x)::date;

-- Days since Excel's day zero; a number that no day of ours has is none, however large.
create macro serial_days(days) as
  case when days between 1 and 110000 then days end;

create macro read_moment_serial(x) as
  plausible_moment(timestamp '1899-12-30' + to_microseconds(round(serial_days(try_cast(replace(trim(x), ',', '.') as double)) * 86400)::bigint * 1000000));

create macro read_date_serial(x) as
  plausible_date(date '1899-12-30' + floor(serial_days(try_cast(replace(trim(x), ',', '.') as double)))::integer);

create macro month_in_words(w) as
  list_position(
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
    case regexp_extract(w, '(jan|ene|fev|feb|mar|avr|apr|abr|mai|may|juin|juil|jun|jul|aou|aug|ago|sep|oct|okt|nov|dec|dic|dez)[a-z]*', 1)
      when 'ene' then 'jan' when 'fev' then 'feb' when 'avr' then 'apr' when 'abr' then 'apr' when 'mai' then 'may' when 'juin' then 'jun'
      when 'juil' then 'jul' when 'aou' then 'aug' when 'ago' then 'aug' when 'dic' then 'dec' when 'okt' then 'oct' when 'dez' then 'dec'
      else regexp_extract(w, '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*', 1) end);

-- "12 mars 2024", "March 12, 2024", "12 de marzo de 2024", "12-Mar-24".
create macro date_in_words(w) as
  plausible_date(try_cast(
    regexp_replace(regexp_extract(w, '(\d{4}|\d{2})\D*$', 1), '^(\d{2})$', '20\1') || '-' || lpad(month_in_words(w)::varchar, 2, '0') || '-' ||
    lpad(case when regexp_matches(w, '^\D*\d{4}\D*$') then '1' else regexp_extract(w, '(\d{1,2})', 1) end, 2, '0') as date));

create macro before_clock(w) as
  regexp_replace(w, '[ t]\d{1,2}[:h]\d{2}.*$', '');

-- The day of the week is left out: mardi is no March. "Mar 02, 2024" is one all the same, since nothing else in it is a month.
create macro without_weekday(w) as
  regexp_replace(w, '\b(lun|mar|mer|jeu|ven|sam|dim)(di|edi|credi|anche)?\.?,? (\d)|\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b', '\3');

create macro date_beside_weekday(w) as
  date_in_words(case when month_in_words(without_weekday(w)) is null then w else without_weekday(w) end);

create macro read_date_words(x) as
  date_beside_weekday(before_clock(lower(strip_accents(x))));

create macro read_moment_month(x) as read_date_month(x)::timestamp;

create macro read_moment_words(x) as
  case when regexp_matches(trim(x, spaces()), clock_pattern()) then moment_with_clock(x, read_date_words(x)) else read_date_words(x)::timestamp end;

-- "1:30" and "1:30:00" are an hour and a half, as are "1h30", "1 h 30 min" and "90 min".
create macro duration_part(w, unit) as
  coalesce(try_cast(nullif(replace(regexp_extract(w, '(\d+(?:[.,]\d+)?) *(?:' || unit || ')', 1), ',', '.'), '') as decimal(18, 4)), 0);

create macro minutes_by_clock(w) as
  try_cast(split_part(w, ':', 1) as int) * 60 + try_cast(split_part(w, ':', 2) as int) + coalesce(try_cast(nullif(split_part(w, ':', 3), '') as int), 0) / 60.0;

create macro minutes_in_words(w) as
  case when regexp_matches(w, '^(\d+([.,]\d+)? *(h|hours?|hrs?|heures?) *)?(\d+([.,]\d+)? *(min|mins|minutes?|m|mn)?\.? *)?$') and regexp_matches(w, '[a-z]')
    then duration_part(w, 'h') * 60 + case when contains(w, 'h') then coalesce(try_cast(nullif(regexp_extract(w, 'h[a-z]* *(\d+)', 1), '') as int), 0) else duration_part(w, 'm') end end;

create macro read_minutes(x) as
  (case when contains(x, ':') then minutes_by_clock(trim(x, spaces())) else minutes_in_words(lower(trim(x, spaces()))) end)::decimal(18, 4);

create macro read_flag(x) as
  case
    when list_contains(['true', 'vrai', 'oui', 'yes', 'y', 'o', '1', 'x', 'ja', 'wahr', 'si', 'sí', 'verdadero'], lower(trim(x))) then true
    when list_contains(['false', 'faux', 'non', 'no', 'n', '0', 'nein', 'falsch', 'falso'], lower(trim(x))) then false
  end;

-- Every second digit from the right counts double (Luhn); the whole must end in 0.
create macro luhn(digits) as
  list_sum(list_transform(range(1, len(digits) + 1), lambda i:
    case when i % 2 = 1 then substr(digits, -i, 1)::int
         else 2 * substr(digits, -i, 1)::int - case when substr(digits, -i, 1)::int > 4 then 9 else 0 end end)) % 10 = 0;

-- SIREN (9 digits) or SIRET (14); the sites of La Poste (356000000) add up to a multiple of 5 instead. Letters: another country's number, as it is.
create macro checked_siren(digits, x) as
  case
    when regexp_matches(digits, '[^0-9]') then upper(trim(x, spaces()))
    when len(digits) in (9, 14) and (luhn(digits) or (starts_with(digits, '356000000') and list_sum(string_split(digits, '')::int[]) % 5 = 0)) then digits
  end;

create macro read_siren(x) as
  case when not is_blank(x) then checked_siren(translate(regexp_replace(x, '\.0$', ''), spaces() || '.-', ''), x) end;

create macro read_vat(x) as
  case when not is_blank(x) then upper(translate(x, spaces() || '.-', '')) end;

-- Of several addresses in one cell the first.
create macro read_email(x) as
  nullif(regexp_extract(lower(trim(x, spaces())), '^(?:mailto:)?([^@\s;,<>]+@[^@\s;,<>]+\.[^@\s;,<>.]+)(?:$|[;,\s])', 1), '');

create macro read_phone(x) as
  case when not is_blank(x) then
    regexp_replace(regexp_replace(regexp_replace(trim(x, spaces()), '\(0\)', ''), '[^0-9+]', '', 'g'), '^00', '+') end;

create macro read_postcode(x) as
  case when not is_blank(x) then upper(regexp_replace(trim(regexp_replace(x, '\.0$', ''), spaces() || ''''), '\s+', ' ', 'g')) end;

create macro read_tags(x) as
  case when not is_blank(x) then nullif(list_aggregate(list_filter(list_transform(string_split_regex(x, '[;,|]'), lambda t: trim(t, spaces())), lambda t: t <> ''), 'string_agg', ';'), '') end;

create macro read_currency(x) as
  case upper(trim(x, spaces()))
    when '€' then 'EUR' when 'EURO' then 'EUR' when 'EUROS' then 'EUR' when '$' then 'USD' when 'US DOLLAR' then 'USD' when 'DOLLAR AMÉRICAIN' then 'USD' when '£' then 'GBP'
    when 'POUND STERLING' then 'GBP' when 'LIVRE STERLING' then 'GBP' when 'SWISS FRANC' then 'CHF' when 'FRANC SUISSE' then 'CHF'
    else case when not is_blank(x) then coalesce(nullif(regexp_extract(upper(x), '\b([A-Z]{3})\b', 1), ''), upper(trim(x, spaces()))) end end;

-- "Montant TTC", "Total incl. VAT", "Importe con IVA".
create macro says_with_tax(header) as
  regexp_matches(lower(strip_accents(header)), '\bttc\b|\btoutes taxes|\b(incl|inc|including|inclu|inkl|con|com|iva)[a-z]*\.? *(of )?(vat|tax|taxes|tva|btw|iva|mwst|ust|incluid[oa]|inclus[oa]|compresa)\b');

-- Where two spellings meet: "GTX Pro" and "GTXPro", "Société Été" and "societe ete".
create macro name_key(x) as
  coalesce(nullif(regexp_replace(lower(strip_accents(x)), '[^\p{L}\p{N}]+', '', 'g'), ''), x);

-- A stage's name without its number and signs: "1 - À qualifier" is "a qualifier".
create macro stage_words(x) as
  trim(regexp_replace(lower(strip_accents(x)), '[^\p{L}]+', ' ', 'g'));

-- Whether a stage is the known one: a person's as it is spelled, ours by its words, between dots wherever they stand.
create macro is_stage(x, known, is_own) as
  case
    when is_own then name_key(x) = name_key(known)
    when starts_with(known, '.') then contains(' ' || stage_words(x) || ' ', ' ' || trim(known, '.') || ' ')
    else stage_words(x) = stage_words(known) end;

create macro first_filled(cells) as
  list_filter(cells, lambda c: not is_blank(c))[1];

-- A line that stands in the table without being a row of it: all cells blank, or nothing but
-- "Total" and numbers (a customer may be called Total, but then has a city or a date), or a lone note of the report.
create macro no_row(cells) as
  case
    when first_filled(cells) is null then 'blank_row'
    when regexp_matches(lower(strip_accents(first_filled(cells))), '^(sub-?total|sous[- ]?total|grand total|total general|teilsumme|zwischensumme)( *[:(].*)?$') then 'total_row'
    when regexp_matches(lower(strip_accents(first_filled(cells))), '^(grand |sub-?|sous[- ]?)?(total|totaux|somme|summe|gesamt|gesamtsumme|suma)( general| generaux|e)?( *[:(].*)?$')
      and list_bool_and(list_transform(list_filter(cells, lambda c: not is_blank(c))[2:], lambda c: not regexp_matches(c, '[a-zA-Z]{4}')))
      and len(list_filter(cells, lambda c: not is_blank(c))) > 1 then 'total_row'
    when len(cells) > 2 and len(list_filter(cells, lambda c: not is_blank(c))) = 1
      and regexp_matches(lower(strip_accents(first_filled(cells))), '^(copyright|©|\(c\)|confidenti|generated (by|on|at)|genere (par|le)|exported|exporte (par|le)|filtered by|filtre|as of |page \d)') then 'note_row'
  end;

-- What lines that each name a cost make together; a cost that stands alike on all of several is that of their order.
create macro cost_of_lines(x) as
  case when count(*) > 1 and count(*) = count(x) and min(x) = max(x) then max(x) else sum(x) end;

-- What a line is worth that has a price and a quantity: the one times the other, less the discount.
create macro line_worth(quantity, price, discount) as
  round(quantity::decimal(20, 6) * price::decimal(18, 4) * (1 - coalesce(discount, 0)::decimal(10, 8)), 4)::decimal(18, 4);
