-- position: 53
-- theme: acquire
-- unit: count
-- kind: count
-- direction: up
-- needs: sales
-- label_en: New customers
-- label_fr: Nouveaux clients
-- formula_en: customers whose first order above zero is in the period (a reactivated customer is not new)
-- formula_fr: clients dont la première commande au-dessus de zéro est dans la période (un client réactivé n’est pas nouveau)
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: new_customer
select dimension, segment, owner_id, period, period_start, period_end,
  new_customers as numerator, new_customers as n, 0 as excluded
from parts.acquisition_periods
