-- How a whole number, an amount and a list of spellings stand in a sentence.
create macro count_en(n) as format('{:,}', n::bigint);

create macro count_fr(n) as replace(format('{:,}', n::bigint), ',', chr(8239));

-- What is counted, in the singular where it is one.
create macro counted_en(n, one, many) as count_en(n) || ' ' || case when n = 1 then one else many end;

create macro counted_fr(n, one, many) as count_fr(n) || ' ' || case when abs(n) < 2 then one else many end;

create macro amount_en(a) as count_en(round(a));

create macro amount_fr(a) as count_fr(round(a));

-- The most frequent spellings with their numbers, eight at most.
create macro spelled_en(words, times) as
  array_to_string(list_transform(list_zip(words, times)[:8], lambda p: '“' || p[1] || '” (' || count_en(p[2]) || ')'), ', ') || case when len(words) > 8 then '…' else '' end;

create macro spelled_fr(words, times) as
  array_to_string(list_transform(list_zip(words, times)[:8], lambda p: '« ' || p[1] || ' » (' || count_fr(p[2]) || ')'), ', ') || case when len(words) > 8 then '…' else '' end;

create macro day_en(d) as strftime(d, '%Y-%m-%d');

create macro day_fr(d) as strftime(d, '%d/%m/%Y');
