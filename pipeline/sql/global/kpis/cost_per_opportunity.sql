-- position: 56
-- theme: acquire
-- unit: amount
-- kind: share
-- direction: down
-- needs: marketing_spend, opportunities
-- label_en: Cost per opportunity
-- label_fr: Coût d’une opportunité
-- formula_en: (marketing spend + hours spent on accounts that were not yet customers × owner’s hourly cost + commissions on first orders) / opportunities created
-- formula_fr: (dépenses marketing + heures passées sur des comptes pas encore clients × coût horaire du commercial + commissions des premières commandes) / opportunités créées
-- excluded_en: activities on accounts not yet customers whose minutes, or whose owner’s hourly cost, are not known
-- excluded_fr: activités sur des comptes pas encore clients dont la durée, ou le coût horaire du commercial, n’est pas connu
-- numerator_rows: spend adding amount; prospecting adding cost where cost is not null; commission adding amount
-- denominator_rows: opportunity_created
select dimension, segment, owner_id, period, period_start, period_end,
  cost as numerator, opportunities as denominator, opportunities as n, uncosted as excluded,
  cost_low(cost, opportunities) as low, cost_high(cost, opportunities) as high
from parts.acquisition_periods
