-- position: 29
-- theme: value
-- unit: ratio
-- kind: rate
-- direction: down
-- needs: sales, orders.cost, activities
-- label_en: Unprofitable customers
-- label_fr: Clients non rentables
-- formula_en: customers whose profit is negative / customers whose profit is known
-- formula_fr: clients dont la rentabilité est négative / clients dont la rentabilité est connue
-- excluded_en: customers whose margin is unknown
-- excluded_fr: clients dont la marge est inconnue
-- numerator_rows: customer where profit < 0
-- denominator_rows: customer where profit is not null
select dimension, segment, owner_id, period, period_start, period_end,
  unprofitable as numerator, with_profit as denominator, with_profit as n, customers - with_profit as excluded
from marts.customer_cells
