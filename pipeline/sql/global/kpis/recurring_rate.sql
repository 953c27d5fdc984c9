-- position: 32
-- theme: keep
-- unit: ratio
-- kind: rate
-- direction: up
-- needs: sales
-- label_en: Recurring customers
-- label_fr: Clients récurrents
-- formula_en: customers with at least two orders in the last twelve months / customers so far
-- formula_fr: clients ayant au moins deux commandes sur douze mois / clients depuis l’origine
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: customer where is_recurring
-- denominator_rows: customer
select dimension, segment, owner_id, period, period_start, period_end,
  recurring as numerator, customers as denominator, customers as n, 0 as excluded
from marts.customer_cells
