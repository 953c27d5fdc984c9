-- position: 54
-- theme: acquire
-- unit: amount
-- kind: share
-- direction: down
-- needs: marketing_spend, activities
-- label_en: Cost per meeting with a prospect
-- label_fr: Coût d’un rendez-vous prospect
-- formula_en: (marketing spend + hours spent on accounts that were not yet customers × owner’s hourly cost + commissions on first orders) / meetings and visits with accounts not yet customers
-- formula_fr: (dépenses marketing + heures passées sur des comptes pas encore clients × coût horaire du commercial + commissions des premières commandes) / rendez-vous et visites de comptes pas encore clients
-- excluded_en: activities on accounts not yet customers whose minutes, or whose owner’s hourly cost, are not known
-- excluded_fr: activités sur des comptes pas encore clients dont la durée, ou le coût horaire du commercial, n’est pas connu
-- numerator_rows: spend adding amount; prospecting adding cost where cost is not null; commission adding amount
-- denominator_rows: prospecting where kind in ('meeting', 'visit')
select dimension, segment, owner_id, period, period_start, period_end,
  cost as numerator, meetings as denominator, meetings as n, uncosted as excluded,
  cost_low(cost, meetings) as low, cost_high(cost, meetings) as high
from parts.acquisition_periods
