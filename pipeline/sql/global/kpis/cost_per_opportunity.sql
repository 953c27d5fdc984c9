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
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: spend adding amount; prospecting adding cost where cost is not null; commission adding amount
-- denominator_rows: opportunity_created
select dimension, segment, owner_id, period, period_start, period_end,
  cost as numerator, opportunities as denominator, opportunities as n, 0 as excluded
from parts.acquisition_periods
