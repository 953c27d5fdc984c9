-- How the text of an export's cell is read. NULL means blank or unreadable; the caller tells them apart with is_blank.
-- Tab, no-break space, narrow no-break space and thin space are spaces too.
create macro spaces() as ' ' || chr(9) || chr(160) || chr(8239) || chr(8201);

create macro is_blank(x) as
  x is null or trim(x, spaces()) in ('', '-', '–', '—', 'n/a', 'N/A', '#N/A', 'NULL', 'null', 'NaN', 'n.d.');

create macro read_text(x) as
  case when not is_blank(x) then trim(x, spaces()) end;

-- Spaces of every width, currency signs and apostrophes group or decorate; what is left must be a number.
create macro bare_number(x) as
  translate(replace(replace(x, 'EUR', ''), '−', '-'), spaces() || '€$£''’()', '');

create macro signed(x, number) as
  case when x like '(%)' then -number else number end;

create macro read_amount_comma(x) as
  signed(x, try_cast(replace(replace(bare_number(x), '.', ''), ',', '.') as decimal(18, 4)));

create macro read_amount_point(x) as
  signed(x, try_cast(replace(bare_number(x), ',', '') as decimal(18, 4)));

create macro plausible_date(d) as
  case when d between date '1900-01-01' and date '2199-12-31' then d end;

create macro read_date_iso(x) as
  plausible_date(try_cast(trim(x) as timestamp)::date);

create macro read_date_ymd(x) as
  plausible_date(try_strptime(replace(trim(x), '/', ''), ['%Y%m%d', '%Y%m%d %H:%M', '%Y%m%d %H:%M:%S'])::date);

create macro read_date_dmy(x) as
  plausible_date(try_strptime(translate(trim(x), '.-', '//'), ['%d/%m/%Y', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S'])::date);

create macro read_date_mdy(x) as
  plausible_date(try_strptime(translate(trim(x), '.-', '//'), ['%m/%d/%Y', '%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %I:%M %p'])::date);

create macro read_date_dmy_short(x) as
  plausible_date(try_strptime(translate(trim(x), '.-', '//'), ['%d/%m/%y', '%d/%m/%y %H:%M'])::date);

create macro read_date_mdy_short(x) as
  plausible_date(try_strptime(translate(trim(x), '.-', '//'), ['%m/%d/%y', '%m/%d/%y %H:%M'])::date);

create macro read_flag(x) as
  case
    when lower(trim(x)) in ('true', 'vrai', 'oui', 'yes', 'y', 'o', '1', 'x') then true
    when lower(trim(x)) in ('false', 'faux', 'non', 'no', 'n', '0') then false
  end;

-- Where two spellings meet: "GTX Pro" and "GTXPro", "Société Été" and "societe ete".
create macro name_key(x) as
  coalesce(nullif(regexp_replace(lower(strip_accents(x)), '[^\p{L}\p{N}]+', '', 'g'), ''), x);
