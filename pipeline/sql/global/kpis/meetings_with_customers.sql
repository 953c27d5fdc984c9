-- position: 84
-- theme: team
-- unit: count
-- kind: count
-- direction: none
-- needs: activities
-- label_en: Meetings with customers
-- label_fr: Rendez-vous clients
-- formula_en: meetings with accounts that had already ordered
-- formula_fr: rendez-vous avec des comptes ayant déjà commandé
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: activity where kind = 'meeting' and not is_prospecting
select dimension, segment, owner_id, period, period_start, period_end,
  customer_meetings as numerator, activities as n, 0 as excluded
from parts.activity_periods
