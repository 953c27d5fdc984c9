-- position: 4
-- theme: revenue
-- unit: amount
-- kind: median
-- direction: up
-- needs: sales
-- label_en: Basket (median)
-- label_fr: Panier médian
-- formula_en: median amount of orders above zero; of an order of several products, what its lines bring of the product or family
-- formula_fr: montant médian des commandes au-dessus de zéro ; d’une commande de plusieurs produits, la part de ses lignes pour le produit ou la famille
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: sale where amount > 0
with fact as not materialized (
  select f.amount as x, coalesce(w.owner_id, '(unknown)') as owner_id, f.sold_at as day, f.account_labels || f.owner_labels || f.fact_labels || f.product_labels as labels
  from core.labelled_sales as f
  join core.owner_labels as w on w.number = f.owner
  where f.amount > 0)
select * from medians_of(fact)
