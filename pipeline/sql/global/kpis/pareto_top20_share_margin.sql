-- position: 23
-- theme: value
-- unit: ratio
-- kind: share
-- direction: none
-- needs: sales, orders.cost
-- label_en: Margin of the top 20% of customers
-- label_fr: Part de la marge des 20 % premiers clients
-- formula_en: margin of the 20% most valuable customers / sum of positive margins; interval: by how much customers differ, a few very large ones making it too narrow
-- formula_fr: montant des 20 % meilleurs clients / somme des montants positifs ; intervalle : d’après l’écart entre clients, trop étroit si quelques-uns sont très gros
-- excluded_en: customers whose margin is zero or negative
-- excluded_fr: clients dont le montant est nul ou négatif
-- numerator_rows: customer where margin > 0
select c.dimension, c.segment, null as owner_id, p.period, p.period_start, p.period_end,
  c.of_top_fifth as numerator, c.total as denominator, c.earning as n, c.customers - c.earning as excluded, c.top_fifth_low as low, c.top_fifth_high as high
from marts.concentrations as c join core.periods as p on p.period = 'all'
where c.measure = 'margin'
