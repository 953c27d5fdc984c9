-- position: 13
-- theme: revenue
-- unit: amount
-- kind: sum
-- direction: up
-- needs: sales, orders.cost
-- label_en: Margin
-- label_fr: Marge
-- formula_en: sum of (amount − cost), orders whose cost is known; an order of several products counts for each product and family with its lines’ amounts
-- formula_fr: somme de (montant − coût), commandes dont le coût est connu ; une commande de plusieurs produits compte pour chaque produit et chaque famille avec le montant de ses lignes
-- excluded_en: orders without a cost
-- excluded_fr: commandes sans coût
-- numerator_rows: sale adding amount - cost where cost is not null
select dimension, segment, owner_id, period, period_start, period_end,
  case when costed > 0 then costed_revenue - cost end as numerator, costed as n, uncosted as excluded
from parts.sale_periods
