-- position: 80
-- theme: team
-- unit: count
-- kind: count
-- direction: none
-- needs: activities
-- label_en: Calls
-- label_fr: Appels
-- formula_en: calls logged in the period
-- formula_fr: appels saisis dans la période
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: activity where kind = 'call'
select dimension, segment, owner_id, period, period_start, period_end,
  calls as numerator, activities as n, 0 as excluded
from parts.activity_periods
