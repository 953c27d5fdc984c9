-- position: 43
-- theme: keep
-- unit: ratio
-- kind: rate
-- direction: down
-- needs: sales
-- label_en: Lost customers in all (variant)
-- label_fr: Clients perdus sur le total (variante)
-- formula_en: customers lost at the as-of date / customers so far
-- formula_fr: clients perdus à la date d’arrêté / clients depuis l’origine
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: customer where lost_at is not null
-- denominator_rows: customer
select dimension, segment, owner_id, period, period_start, period_end,
  lost as numerator, customers as denominator, customers as n, 0 as excluded
from marts.customer_cells
