-- position: 71
-- theme: revenue
-- unit: amount
-- kind: mean
-- direction: up
-- needs: sales
-- label_en: Lifetime basket
-- label_fr: Panier cumulé
-- formula_en: revenue since the first order / customers so far
-- formula_fr: CA depuis la première commande / clients depuis l’origine
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: customer adding revenue
-- denominator_rows: customer
select dimension, segment, owner_id, period, period_start, period_end,
  revenue as numerator, customers as denominator, customers as n, 0 as excluded, revenue_sq as numerator_sq
from marts.customer_cells
