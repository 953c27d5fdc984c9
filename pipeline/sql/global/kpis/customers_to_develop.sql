-- position: 112
-- theme: value
-- unit: ratio
-- kind: rate
-- direction: none
-- needs: sales
-- label_en: Customers to develop (value × potential)
-- label_fr: Clients à développer (valeur × potentiel)
-- formula_en: customers outside the 80% revenue set whose potential is at least the median one / customers so far; the other quadrants: --by quadrant
-- formula_fr: clients hors du groupe des 80 % du CA dont le potentiel est au moins le médian / clients depuis l’origine ; les autres quadrants : --by quadrant
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: customer where quadrant = 'to develop'
-- denominator_rows: customer
select dimension, segment, owner_id, period, period_start, period_end,
  to_develop as numerator, customers as denominator, customers as n, 0 as excluded
from marts.customer_cells
