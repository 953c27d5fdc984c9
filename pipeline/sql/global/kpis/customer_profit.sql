-- position: 28
-- theme: value
-- unit: amount
-- kind: sum
-- direction: up
-- needs: sales, orders.cost, activities
-- label_en: Customer profit
-- label_fr: Rentabilité des clients
-- formula_en: margin − cost to serve (hours spent on the customer since its first order × owner’s hourly cost, and what its deliveries and complaints cost where the exports say so; discounts are off the amounts already)
-- formula_fr: marge − coût de service (heures passées chez le client depuis sa première commande × coût horaire du commercial, et le coût de ses livraisons et réclamations où les exports le disent ; les remises sont déjà déduites des montants)
-- excluded_en: customers whose margin is unknown
-- excluded_fr: clients dont la marge est inconnue
-- numerator_rows: customer adding profit where profit is not null
select dimension, segment, owner_id, period, period_start, period_end,
  profit as numerator, with_profit as n, customers - with_profit as excluded
from marts.customer_cells
