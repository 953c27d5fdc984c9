-- position: 68
-- theme: acquire
-- unit: count
-- kind: count
-- direction: up
-- needs: accounts
-- label_en: Accounts opened
-- label_fr: Comptes ouverts
-- formula_en: accounts created in the CRM in the period
-- formula_fr: comptes créés dans le CRM dans la période
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: account
select dimension, segment, owner_id, period, period_start, period_end, events as numerator, events as n, 0 as excluded
from parts.prospecting_periods where measure = 'accounts_opened'
