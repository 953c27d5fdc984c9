-- position: 33
-- theme: keep
-- unit: ratio
-- kind: rate
-- direction: up
-- needs: sales
-- label_en: Customers rising
-- label_fr: Clients en hausse
-- formula_en: customers whose last twelve months exceed the twelve before by more than 10% of the sum of both / customers older than a year
-- formula_fr: clients dont les douze derniers mois dépassent les douze précédents de plus de 10 % de leur somme / clients de plus d’un an
-- excluded_en: customers younger than a year
-- excluded_fr: clients de moins d’un an
-- numerator_rows: customer where trend = 'rising'
-- denominator_rows: customer where trend <> 'new'
select dimension, segment, owner_id, period, period_start, period_end,
  rising as numerator, customers - started as denominator, customers - started as n, started as excluded
from marts.customer_cells
