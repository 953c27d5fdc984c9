-- position: 52
-- theme: acquire
-- unit: amount
-- kind: share
-- direction: down
-- needs: sales, marketing_spend, opportunities
-- label_en: Acquisition cost, spend shifted by the sales cycle
-- label_fr: CAC, dépenses décalées du cycle de vente
-- formula_en: the same cost, moved later by the median sales cycle / customers whose first order is in the period
-- formula_fr: le même coût, décalé du cycle de vente médian / clients dont la première commande est dans la période
-- excluded_en: activities on accounts not yet customers whose minutes, or whose owner’s hourly cost, are not known
-- excluded_fr: activités sur des comptes pas encore clients dont la durée, ou le coût horaire du commercial, n’est pas connu
-- numerator_rows: spend adding amount; prospecting adding cost where cost is not null; commission adding amount
-- denominator_rows: new_customer
select dimension, segment, owner_id, period, period_start, period_end,
  lagged_cost as numerator, new_customers as denominator, new_customers as n, uncosted as excluded,
  cost_low(lagged_cost, new_customers) as low, cost_high(lagged_cost, new_customers) as high
from parts.acquisition_periods
