-- position: 15
-- theme: keep
-- unit: count
-- kind: count
-- direction: up
-- needs: sales
-- label_en: Active customers
-- label_fr: Clients actifs
-- formula_en: customers with at least one order above zero in the period; one who bought of several families counts once for each, which add up to more than the whole
-- formula_fr: clients ayant au moins une commande au-dessus de zéro dans la période ; un client de plusieurs familles compte une fois pour chacune, dont la somme dépasse l’ensemble
-- excluded_en: orders without a customer
-- excluded_fr: commandes sans client
-- numerator_rows: sale counting account_id where amount > 0
select dimension, segment, owner_id, period, period_start, period_end,
  customers as numerator, orders as n, orders_without_customer as excluded
from marts.active_customers
