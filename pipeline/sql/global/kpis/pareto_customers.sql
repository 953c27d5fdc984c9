-- position: 16
-- theme: value
-- unit: count
-- kind: count
-- direction: none
-- needs: sales
-- label_en: Customers that make 80% of revenue
-- label_fr: Clients qui font 80 % du CA
-- formula_en: the fewest customers, largest first, whose revenue reaches 80% of the sum of positive revenues
-- formula_fr: le plus petit nombre de clients, du plus gros au plus petit, dont le CA atteint 80 % de la somme des CA positifs
-- excluded_en: customers whose revenue is zero or less
-- excluded_fr: clients dont le CA est nul ou négatif
-- numerator_rows: customer where in_pareto_revenue
-- denominator_rows: customer where revenue > 0
select dimension, segment, owner_id, period, period_start, period_end,
  pareto_revenue as numerator, earning as denominator, customers as n, customers - earning as excluded
from marts.customer_cells
