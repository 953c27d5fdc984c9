-- position: 3
-- theme: revenue
-- unit: amount
-- kind: mean
-- least: 0
-- direction: up
-- needs: sales
-- label_en: Basket (mean)
-- label_fr: Panier moyen
-- formula_en: sum of amounts / number of orders above zero (won opportunities where there are no orders); an order of several products counts once for each of them and of their families, which add up to more than the whole
-- formula_fr: somme des montants / nombre de commandes au-dessus de zéro (opportunités gagnées à défaut de commandes) ; une commande de plusieurs produits compte une fois pour chacun d’eux et de leurs familles, dont la somme dépasse l’ensemble
-- excluded_en: orders of zero
-- excluded_fr: commandes à zéro
-- numerator_rows: sale adding amount where amount > 0
-- denominator_rows: sale where amount > 0
select dimension, segment, owner_id, period, period_start, period_end,
  ordered as numerator, orders as denominator, orders as n, empty_orders as excluded, ordered_sq as numerator_sq
from parts.sale_periods
