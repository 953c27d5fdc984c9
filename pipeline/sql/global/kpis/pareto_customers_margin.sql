-- position: 21
-- theme: value
-- unit: count
-- kind: count
-- direction: none
-- needs: sales, orders.cost
-- label_en: Customers that make 80% of margin
-- label_fr: Clients qui font 80 % de la marge
-- formula_en: the fewest customers, largest first, whose margin reaches 80% of the sum of positive margins
-- formula_fr: le plus petit nombre de clients, du plus gros au plus petit, qui atteignent 80 % de la marge positive
-- excluded_en: customers whose margin is zero, negative or unknown
-- excluded_fr: clients dont le montant est nul, négatif ou inconnu
-- numerator_rows: customer where in_pareto_margin
-- denominator_rows: customer where margin > 0
select dimension, segment, owner_id, period, period_start, period_end,
  pareto_margin as numerator, margin_earning as denominator, with_margin as n, customers - margin_earning as excluded
from marts.customer_cells
