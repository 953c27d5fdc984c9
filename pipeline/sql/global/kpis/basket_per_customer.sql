-- position: 70
-- theme: revenue
-- unit: amount
-- kind: share
-- direction: up
-- needs: sales
-- label_en: Basket per customer
-- label_fr: Panier par client
-- formula_en: revenue of the period / customers with at least one order above zero in it; interval: from how much customers differ; by salesperson, product or kind of order of all time and of the last twelve months only
-- formula_fr: CA de la période / clients ayant au moins une commande au-dessus de zéro dans celle-ci ; intervalle : d’après l’écart entre clients ; par commercial, produit ou type de commande, sur toute la période et les douze derniers mois seulement
-- excluded_en: orders without a customer
-- excluded_fr: commandes sans client
-- numerator_rows: sale adding amount
-- denominator_rows: sale counting account_id where amount > 0
select s.dimension, s.segment, s.owner_id, s.period, s.period_start, s.period_end,
  s.revenue as numerator, a.customers as denominator, a.customers as n, a.orders_without_customer as excluded,
  ratio_low(c.customers, s.revenue, c.customers, c.revenue_sq, c.revenue, c.customers) as low,
  ratio_high(c.customers, s.revenue, c.customers, c.revenue_sq, c.revenue, c.customers) as high
from parts.sale_periods as s
join marts.active_customers as a
  on a.dimension = s.dimension and a.segment = s.segment and a.owner_id is not distinct from s.owner_id
  and a.period = s.period and a.period_start = s.period_start
left join parts.customer_periods as c
  on c.dimension = s.dimension and c.segment = s.segment and c.owner_id is not distinct from s.owner_id
  and c.period = s.period and c.period_start = s.period_start
