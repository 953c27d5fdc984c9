-- position: 22
-- theme: value
-- unit: count
-- kind: count
-- direction: none
-- needs: sales, orders.cost, activities
-- label_en: Customers that make 80% of profit
-- label_fr: Clients qui font 80 % de la rentabilité
-- formula_en: the fewest customers, largest first, whose profit reaches 80% of the sum of positive profits
-- formula_fr: le plus petit nombre de clients, du plus gros au plus petit, qui atteignent 80 % de la rentabilité positive
-- excluded_en: customers whose profit is zero, negative or unknown
-- excluded_fr: clients dont le montant est nul, négatif ou inconnu
-- numerator_rows: customer where in_pareto_profit
-- denominator_rows: customer where profit > 0
select dimension, segment, owner_id, period, period_start, period_end,
  pareto_profit as numerator, profit_earning as denominator, with_profit as n, customers - profit_earning as excluded
from marts.customer_cells
