-- position: 78
-- theme: value
-- unit: ratio
-- kind: index
-- direction: up
-- needs: sales, orders.cost, marketing_spend
-- label_en: Lifetime value over acquisition cost
-- label_fr: Valeur vie sur coût d’acquisition
-- formula_en: lifetime value over three years / acquisition cost of a customer, same segment, last twelve months
-- formula_fr: valeur vie à trois ans / coût d’acquisition d’un client, même segment, douze derniers mois
-- excluded_en: orders without a cost
-- excluded_fr: commandes sans coût
-- numerator_rows: customer
select dimension, segment, null as owner_id, period, period_start, period_end,
  value_over_three_years(yearly_margin, retention) as numerator, cac as denominator, round(ratio(value_over_three_years(yearly_margin, retention), cac), 6) as value, customers as n, uncosted as excluded
from marts.customer_values
