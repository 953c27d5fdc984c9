-- position: 87
-- theme: service
-- unit: count
-- kind: count
-- direction: down
-- needs: complaints
-- label_en: Complaints
-- label_fr: Réclamations
-- formula_en: complaints made in the period
-- formula_fr: réclamations reçues dans la période
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: complaint
select dimension, segment, owner_id, period, period_start, period_end,
  complaints as numerator, complaints as n, 0 as excluded
from parts.satisfaction_periods
