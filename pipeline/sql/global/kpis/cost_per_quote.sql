-- position: 55
-- theme: acquire
-- unit: amount
-- kind: share
-- direction: down
-- needs: marketing_spend, quotes
-- label_en: Cost per quote
-- label_fr: Coût d’un devis
-- formula_en: (marketing spend + hours spent on accounts that were not yet customers × owner’s hourly cost + commissions on first orders) / quotes sent
-- formula_fr: (dépenses marketing + heures passées sur des comptes pas encore clients × coût horaire du commercial + commissions des premières commandes) / devis envoyés
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: spend adding amount; prospecting adding cost where cost is not null; commission adding amount
-- denominator_rows: quote
select dimension, segment, owner_id, period, period_start, period_end,
  cost as numerator, quotes as denominator, quotes as n, 0 as excluded
from parts.acquisition_periods
