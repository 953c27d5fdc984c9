-- INSEE's size classes by head count: micro, small and medium, intermediate, large.
create macro size_band(employees) as
  case
    when employees < 10 then '1–9'
    when employees < 250 then '10–249'
    when employees < 5000 then '250–4999'
    when employees >= 5000 then '≥ 5000'
  end;
