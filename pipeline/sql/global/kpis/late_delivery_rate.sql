-- position: 92
-- theme: service
-- unit: ratio
-- kind: rate
-- direction: down
-- needs: orders.delivery
-- label_en: Late deliveries
-- label_fr: Livraisons en retard
-- formula_en: orders delivered after the day promised, or still awaited after it / orders promised for a day of the period; an order of several products counts once for each of them and of their families, which add up to more than the whole
-- formula_fr: commandes livrées après le jour promis, ou encore attendues passé ce jour / commandes promises pour un jour de la période ; une commande de plusieurs produits compte une fois pour chacun d’eux et de leurs familles, dont la somme dépasse l’ensemble
-- excluded_en: orders without a promised day, those whose day is not over, and those delivered before they were placed though promised for later (only these are counted here)
-- excluded_fr: commandes sans jour promis, celles dont le jour n’est pas passé, et celles livrées avant d’être passées bien que promises pour plus tard (seules comptées ici)
-- numerator_rows: delivery where is_late
-- denominator_rows: delivery where is_late is not null
select dimension, segment, owner_id, period, period_start, period_end,
  late as numerator, judged as denominator, judged as n, deliveries - judged as excluded
from parts.delivery_periods
