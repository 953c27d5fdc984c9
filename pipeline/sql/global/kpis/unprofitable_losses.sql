-- position: 30
-- theme: value
-- unit: amount
-- kind: sum
-- direction: down
-- needs: sales, orders.cost, activities
-- label_en: Losses on unprofitable customers
-- label_fr: Pertes sur clients non rentables
-- formula_en: sum of the losses of customers whose profit is negative
-- formula_fr: somme des pertes des clients dont la rentabilité est négative
-- excluded_en: customers whose margin is unknown
-- excluded_fr: clients dont la marge est inconnue
-- numerator_rows: customer adding -profit where profit < 0
select dimension, segment, owner_id, period, period_start, period_end,
  losses as numerator, unprofitable as n, customers - with_profit as excluded
from marts.customer_cells
