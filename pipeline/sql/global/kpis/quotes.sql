-- position: 67
-- theme: acquire
-- unit: count
-- kind: count
-- direction: none
-- needs: quotes
-- label_en: Quotes sent
-- label_fr: Devis envoyés
-- formula_en: quotes sent in the period
-- formula_fr: devis envoyés dans la période
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: quote
select dimension, segment, owner_id, period, period_start, period_end, events as numerator, events as n, 0 as excluded
from parts.prospecting_periods where measure = 'quotes'
