-- position: 85
-- theme: team
-- unit: ratio
-- kind: rate
-- direction: up
-- needs: activities
-- label_en: Calls that reached someone
-- label_fr: Appels aboutis
-- formula_en: calls marked as reached / calls that say whether they did
-- formula_fr: appels marqués aboutis / appels dont l’issue est saisie
-- excluded_en: calls that do not say
-- excluded_fr: appels dont l’issue n’est pas saisie
-- numerator_rows: activity where kind = 'call' and reached
-- denominator_rows: activity where kind = 'call' and reached is not null
select dimension, segment, owner_id, period, period_start, period_end,
  calls_reached as numerator, calls - calls_untold as denominator, calls - calls_untold as n, calls_untold as excluded
from parts.activity_periods
