-- position: 95
-- theme: team
-- unit: ratio
-- kind: rate
-- direction: up
-- needs: actions
-- label_en: Actions done on time
-- label_fr: Actions faites à temps
-- formula_en: actions done on their due day or before / actions due in the period whose day is over or that are done
-- formula_fr: actions faites à leur échéance ou avant / actions à échéance dans la période dont le jour est passé ou qui sont faites
-- excluded_en: actions cancelled, done on a day that is not known, or due on the as-of date and not done
-- excluded_fr: actions annulées, faites un jour inconnu, ou à faire le jour de l’arrêté et pas encore faites
-- numerator_rows: action where is_judged and done_at <= day
-- denominator_rows: action where is_judged
select dimension, segment, owner_id, period, period_start, period_end,
  on_time as numerator, judged as denominator, judged as n, planned + not_planned - judged as excluded
from parts.action_periods
