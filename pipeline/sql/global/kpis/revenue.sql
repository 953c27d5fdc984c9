-- position: 12
-- theme: revenue
-- unit: amount
-- kind: sum
-- direction: up
-- needs: sales
-- label_en: Revenue
-- label_fr: Chiffre d’affaires
-- formula_en: sum of amounts, credit notes deducted; an order of several products counts for each product and family with its lines’ amounts
-- formula_fr: somme des montants, avoirs déduits ; une commande de plusieurs produits compte pour chaque produit et chaque famille avec le montant de ses lignes
-- excluded_en: orders of zero
-- excluded_fr: commandes à zéro
-- numerator_rows: sale adding amount where amount <> 0
select dimension, segment, owner_id, period, period_start, period_end,
  revenue as numerator, orders as n, empty_orders as excluded
from parts.sale_periods
