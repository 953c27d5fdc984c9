-- position: 77
-- theme: value
-- unit: amount
-- kind: index
-- direction: up
-- needs: sales, orders.cost
-- label_en: Lifetime value over three years
-- label_fr: Valeur vie client à trois ans
-- formula_en: margin per active customer over the last twelve months × (1 + r / 1.1 + r² / 1.21), r = retention over the same months; horizon of three years, discounted by 10% a year; interval: that of the retention, the margin taken as it is
-- formula_fr: marge par client actif sur douze mois × (1 + r / 1,1 + r² / 1,21), r = fidélisation sur les mêmes mois ; horizon de trois ans, actualisé à 10 % l’an ; intervalle : celui de la fidélisation, la marge étant prise telle quelle
-- excluded_en: orders without a cost
-- excluded_fr: commandes sans coût
-- numerator_rows: customer
select dimension, segment, owner_id, period, period_start, period_end,
  round(lifetime_value, 6) as value, customers as n, uncosted as excluded, lifetime_value_low as low, lifetime_value_high as high
from marts.customer_values
