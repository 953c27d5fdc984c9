-- position: 19
-- theme: revenue
-- unit: count
-- kind: count
-- direction: up
-- needs: sales
-- label_en: Orders
-- label_fr: Commandes
-- formula_en: orders above zero in the period (won opportunities where there are no orders); an order of several products counts once for each of them and of their families, which add up to more than the whole
-- formula_fr: commandes de montant positif de la période (opportunités gagnées à défaut de commandes) ; une commande de plusieurs produits compte une fois pour chacun d’eux et de leurs familles, dont la somme dépasse l’ensemble
-- excluded_en: orders of zero
-- excluded_fr: commandes à zéro
-- numerator_rows: sale where amount > 0
select dimension, segment, owner_id, period, period_start, period_end,
  orders as numerator, orders as n, empty_orders as excluded
from parts.sale_periods
