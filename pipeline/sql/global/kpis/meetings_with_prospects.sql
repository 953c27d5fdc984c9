-- position: 83
-- theme: team
-- unit: count
-- kind: count
-- direction: none
-- needs: activities
-- label_en: Meetings with prospects
-- label_fr: Rendez-vous prospects
-- formula_en: meetings with accounts that were not yet customers
-- formula_fr: rendez-vous avec des comptes pas encore clients
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: activity where kind = 'meeting' and is_prospecting
select dimension, segment, owner_id, period, period_start, period_end,
  prospect_meetings as numerator, activities as n, 0 as excluded
from parts.activity_periods
