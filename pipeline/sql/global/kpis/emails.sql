-- position: 81
-- theme: team
-- unit: count
-- kind: count
-- direction: none
-- needs: activities
-- label_en: E-mails
-- label_fr: E-mails
-- formula_en: e-mails logged in the period
-- formula_fr: e-mails saisis dans la période
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: activity where kind = 'email'
select dimension, segment, owner_id, period, period_start, period_end,
  emails as numerator, activities as n, 0 as excluded
from parts.activity_periods
