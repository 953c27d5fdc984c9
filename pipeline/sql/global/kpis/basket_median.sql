-- position: 4
-- theme: revenue
-- unit: amount
-- kind: median
-- direction: up
-- needs: sales
-- label_en: Basket (median)
-- label_fr: Panier médian
-- formula_en: median amount of orders above zero
-- formula_fr: montant médian des commandes au-dessus de zéro
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: sale where amount > 0
with fact as (
  select s.amount as x, s.owner_id, s.sold_at as day, g.dimension, g.segment
  from core.sales as s join core.sale_segments as g on g.id = s.sale_id
  where s.amount > 0)
select * from medians_of(fact)
