-- What a status says that became of an action, in the words that plans and task lists use; one that is not known leaves it to do.
create macro action_state(x) as
  case
    when regexp_matches(lower(strip_accents(x)), 'annul|cancel|abandon|dropped|obsolete|sans objet|storniert|geannuleerd') then 'cancelled'
    when regexp_matches(lower(strip_accents(x)), '\b(non|not|pas|nicht|niet|nao|no|partiel\w*|partial\w*|partly|a faire|to do|todo|en cours|in progress)\b') then 'open'
    when regexp_matches(lower(strip_accents(x)), '\b(done|completed?|closed|finished|achieved|faite?s?|realisee?s?|terminee?s?|cloturee?s?|soldee?s?|acheve\w*|oui|yes|ok|hecho|completad[oa]|terminad[oa]|erledigt|abgeschlossen|fatto|completat[oa]|conclus[oa]|concluid[oa]|feito|gedaan|afgerond|voltooid)\b|^\s*100([.,]0+)?\s*%?\s*$') then 'done'
    else 'open'
  end;

-- A day on which people work: Saturdays and Sundays wait for Monday.
create macro working_day(x) as
  x + case isodow(x) when 6 then 2 when 7 then 1 else 0 end;
