-- position: 20
-- theme: value
-- unit: count
-- kind: count
-- direction: up
-- needs: sales
-- label_en: Customers so far
-- label_fr: Clients depuis l’origine
-- formula_en: accounts with at least one order above zero up to the as-of date
-- formula_fr: comptes ayant au moins une commande au-dessus de zéro à la date d’arrêté
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: customer
select dimension, segment, owner_id, period, period_start, period_end,
  customers as numerator, customers as n, 0 as excluded
from marts.customer_cells
