-- position: 31
-- theme: value
-- unit: count
-- kind: count
-- direction: up
-- needs: sales
-- label_en: Star customers
-- label_fr: Clients stars
-- formula_en: customers in the 80% revenue set that already buy at least 80% of their potential (upper quartile of the customers of the same sector over twelve months)
-- formula_fr: clients du groupe des 80 % du CA qui achètent déjà au moins 80 % de leur potentiel (quartile supérieur des clients du même secteur sur douze mois)
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: customer where is_star
-- denominator_rows: customer
select dimension, segment, owner_id, period, period_start, period_end,
  stars as numerator, customers as denominator, customers as n, 0 as excluded
from marts.customer_cells
