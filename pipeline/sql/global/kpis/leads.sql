-- position: 57
-- theme: acquire
-- unit: count
-- kind: count
-- direction: up
-- needs: leads
-- label_en: Leads
-- label_fr: Pistes (leads)
-- formula_en: leads detected in the period
-- formula_fr: pistes détectées dans la période
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: lead
select dimension, segment, owner_id, period, period_start, period_end,
  leads as numerator, leads as n, 0 as excluded
from parts.acquisition_periods
