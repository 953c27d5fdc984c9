-- position: 2
-- theme: win
-- unit: ratio
-- kind: share
-- direction: up
-- needs: opportunities
-- label_en: Win rate (closed, by amount)
-- label_fr: Taux de transformation (en montant)
-- formula_en: won amount / (won + lost amount), opportunities closed in the period; n/a where lost ones carry no amount
-- formula_fr: montant gagné / (montant gagné + perdu), opportunités closes dans la période ; n.d. si les perdues n’ont pas de montant
-- excluded_en: closed opportunities without an amount
-- excluded_fr: opportunités closes sans montant
-- numerator_rows: opportunity_closed adding amount where outcome = 'won' and amount > 0
-- denominator_rows: opportunity_closed adding amount where outcome <> 'open' and amount > 0
-- Many exports write 0 on a lost deal; the rate would then always be 100 %.
with rate as (
  select *, case when lost = 0 or lost_priced > 0 then won_amount + lost_amount end as closed_amount from parts.opportunity_periods)
select dimension, segment, owner_id, period, period_start, period_end,
  won_amount as numerator, closed_amount as denominator, won_priced + lost_priced as n, won + lost - won_priced - lost_priced as excluded,
  amount_share_low(won_amount, closed_amount, closed_amount_sq) as low, amount_share_high(won_amount, closed_amount, closed_amount_sq) as high
from rate
