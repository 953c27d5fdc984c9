-- position: 78
-- theme: value
-- unit: ratio
-- kind: index
-- direction: up
-- needs: sales, orders.cost, marketing_spend
-- label_en: Lifetime value over acquisition cost
-- label_fr: Valeur vie sur coût d’acquisition
-- formula_en: lifetime value over three years / acquisition cost of a customer, same segment, last twelve months; n: the fewer of active and new customers; interval: those of the retention and of the number won, both at once
-- formula_fr: valeur vie à trois ans / coût d’acquisition d’un client, même segment, douze derniers mois ; n : le plus petit nombre, des clients actifs ou des nouveaux ; intervalle : ceux de la fidélisation et du nombre de gagnés, ensemble
-- excluded_en: orders without a cost
-- excluded_fr: commandes sans coût
-- numerator_rows: customer
select dimension, segment, owner_id, period, period_start, period_end,
  lifetime_value as numerator, cac as denominator, round(ratio(lifetime_value, cac), 6) as value, least(customers, coalesce(new_customers, 0)) as n, uncosted as excluded,
  value_per_cost_low(lifetime_value_low, cac_low, cac_high) as low, value_per_cost_high(lifetime_value_high, cac_low, cac_high) as high
from marts.customer_values
