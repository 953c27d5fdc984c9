-- position: 82
-- theme: team
-- unit: count
-- kind: count
-- direction: none
-- needs: activities
-- label_en: Visits
-- label_fr: Visites
-- formula_en: visits logged in the period
-- formula_fr: visites saisies dans la période
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: activity where kind = 'visit'
select dimension, segment, owner_id, period, period_start, period_end,
  visits as numerator, activities as n, 0 as excluded
from parts.activity_periods
