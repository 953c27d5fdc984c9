-- position: 93
-- theme: service
-- unit: days
-- kind: mean
-- direction: down
-- needs: orders.delivery
-- label_en: Delivery delay
-- label_fr: Retard de livraison
-- formula_en: mean of the days from the day promised to the day delivered (early ones below zero), for the orders promised in the period; an order of several products counts once for each of them and of their families, which add up to more than the whole
-- formula_fr: moyenne des jours du jour promis au jour livré (négatif en avance), pour les commandes promises dans la période ; une commande de plusieurs produits compte une fois pour chacun d’eux et de leurs familles, dont la somme dépasse l’ensemble
-- excluded_en: orders not delivered yet, or delivered before they were placed though promised for later
-- excluded_fr: commandes pas encore livrées, ou livrées avant d’être passées bien que promises pour plus tard
-- numerator_rows: delivery adding days_late where days_late is not null
-- denominator_rows: delivery where days_late is not null
select dimension, segment, owner_id, period, period_start, period_end,
  days_late as numerator, delivered as denominator, delivered as n, deliveries - delivered as excluded, days_late_sq as numerator_sq
from parts.delivery_periods
