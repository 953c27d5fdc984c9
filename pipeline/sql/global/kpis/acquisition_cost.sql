-- position: 50
-- theme: acquire
-- unit: amount
-- kind: sum
-- direction: none
-- needs: sales, marketing_spend
-- label_en: Acquisition cost
-- label_fr: Coût d’acquisition total
-- formula_en: marketing spend (and tools, where its lines name any) + hours spent on accounts that were not yet customers × owner’s hourly cost + commissions on first orders. Spend of a channel is split between segments by the channel’s leads.
-- formula_fr: dépenses marketing (et outils, si ses lignes en comptent) + heures passées sur des comptes pas encore clients × coût horaire du commercial + commissions des premières commandes. La dépense d’un canal est répartie entre les segments selon les pistes du canal.
-- excluded_en: activities on accounts not yet customers whose minutes, or whose owner’s hourly cost, are not known
-- excluded_fr: activités sur des comptes pas encore clients dont la durée, ou le coût horaire du commercial, n’est pas connu
-- numerator_rows: spend adding amount; prospecting adding cost where cost is not null; commission adding amount
select dimension, segment, owner_id, period, period_start, period_end,
  cost as numerator, new_customers as n, uncosted as excluded
from parts.acquisition_periods
