-- What a target is of: revenue where it does not say; a metric that no KPI is held against keeps its own name, and is flagged.
create macro target_metric(x) as
  case
    when x is null then 'revenue'
    when regexp_matches(lower(strip_accents(x)), '^(nombre|nb|number|count|n°|#)') then lower(trim(x))
    when regexp_matches(lower(strip_accents(x)), 'marge|margin') then 'margin'
    when regexp_matches(lower(strip_accents(x)), '\b(ca|c\.a|chiffre|revenues?|sales|ventes?|turnover|bookings?|montant|amount|facturation|commandes?|facturacion|ventas|umsatz)\b') then 'revenue'
    else lower(trim(x))
  end;
