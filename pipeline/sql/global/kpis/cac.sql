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
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: spend adding amount; prospecting adding cost where cost is not null; commission adding amount
-- denominator_rows: new_customer
select dimension, segment, owner_id, period, period_start, period_end,
  cost as numerator, new_customers as denominator, new_customers as n, 0 as excluded
from parts.acquisition_periods
