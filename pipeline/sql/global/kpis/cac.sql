-- position: 51
-- theme: acquire
-- unit: amount
-- kind: share
-- direction: down
-- needs: sales, marketing_spend
-- label_en: Customer acquisition cost
-- label_fr: Coût d’acquisition client (CAC)
-- formula_en: (marketing spend + hours spent on accounts that were not yet customers × owner’s hourly cost + commissions on first orders) / customers whose first order is in the period
-- formula_fr: (dépenses marketing + heures passées sur des comptes pas encore clients × coût horaire du commercial + commissions des premières commandes) / clients dont la première commande est dans la période
-- excluded_en: activities on accounts not yet customers whose minutes, or whose owner’s hourly cost, are not known
-- excluded_fr: activités sur des comptes pas encore clients dont la durée, ou le coût horaire du commercial, n’est pas connu
-- numerator_rows: spend adding amount; prospecting adding cost where cost is not null; commission adding amount
-- denominator_rows: new_customer
select dimension, segment, owner_id, period, period_start, period_end,
  cost as numerator, new_customers as denominator, new_customers as n, uncosted as excluded,
  cost_low(cost, new_customers) as low, cost_high(cost, new_customers) as high
from parts.acquisition_periods
