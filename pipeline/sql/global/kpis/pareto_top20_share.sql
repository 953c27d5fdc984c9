-- position: 17
-- theme: value
-- unit: ratio
-- kind: share
-- direction: none
-- needs: sales
-- label_en: Revenue of the top 20% of customers
-- label_fr: CA des 20 % premiers clients
-- formula_en: revenue of the 20% largest customers / sum of positive revenues; interval: by how much customers differ, a few very large ones making it too narrow
-- formula_fr: CA des 20 % plus gros clients / somme des CA positifs ; intervalle : d’après l’écart entre clients, trop étroit si quelques-uns sont très gros
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: customer where revenue > 0
select c.dimension, c.segment, null as owner_id, p.period, p.period_start, p.period_end,
  c.of_top_fifth as numerator, c.total as denominator, c.earning as n, 0 as excluded, c.top_fifth_low as low, c.top_fifth_high as high
from marts.concentrations as c join core.periods as p on p.period = 'all'
where c.measure = 'revenue'
