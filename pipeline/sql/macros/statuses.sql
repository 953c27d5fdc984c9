-- What a status or a kind of document says, in the words of staging.status_words.
create macro status_text(x) as
  ' ' || trim(regexp_replace(lower(strip_accents(x)), '[^a-z0-9]+', ' ', 'g')) || ' ';

create macro status_says(x, m) as
  coalesce((select bool_or(contains(status_text(x), ' ' || w.word || ' ')) from staging.status_words as w where w.meaning = m), false);
