-- position: 23
-- theme: value
-- unit: ratio
-- kind: share
-- direction: none
-- needs: sales, orders.cost
-- label_en: Margin of the top 20% of customers
-- label_fr: Part de la marge des 20 % premiers clients
-- formula_en: margin of the 20% most valuable customers / sum of positive margins
-- formula_fr: montant des 20 % meilleurs clients / somme des montants positifs
-- excluded_en: customers whose margin is zero or negative
-- excluded_fr: clients dont le montant est nul ou négatif
-- numerator_rows: customer where margin > 0
select c.dimension, c.segment, null as owner_id, p.period, p.period_start, p.period_end,
  c.of_top_fifth as numerator, c.total as denominator, c.earning as n, c.customers - c.earning as excluded
from marts.concentrations as c join core.periods as p on p.period = 'all'
where c.measure = 'margin'
