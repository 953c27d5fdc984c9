-- What an activity was, from the words that CRMs use for it.
create macro activity_kind(x) as
  case
    when regexp_matches(lower(strip_accents(x)), 'visit') then 'visit'
    when regexp_matches(lower(strip_accents(x)), 'mail|courriel') then 'email'
    when regexp_matches(lower(strip_accents(x)), 'rdv|rendez|reunion|meeting|demo') then 'meeting'
    when regexp_matches(lower(strip_accents(x)), 'appel|call|phon|relance') then 'call'
    else 'other'
  end;
