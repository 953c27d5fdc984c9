-- position: 63
-- theme: win
-- unit: amount
-- kind: index
-- direction: up
-- needs: opportunities
-- label_en: Sales velocity (per day of cycle)
-- label_fr: Vélocité commerciale (par jour de cycle)
-- formula_en: opportunities created × win rate × mean won amount / mean cycle days: what the opportunities of the period bring a day while they last; it grows with their number, so compare segments, or periods of one length; interval: that of its four factors, taken as independent
-- formula_fr: opportunités créées × taux de transformation × montant gagné moyen / jours de cycle moyens : ce que les opportunités de la période rapportent par jour tant qu’elles durent ; elle croît avec leur nombre, donc comparez des segments, ou des périodes de même longueur ; intervalle : celui de ses quatre facteurs, supposés indépendants
-- excluded_en: wins without an amount or a cycle
-- excluded_fr: gains sans montant ou sans cycle
-- numerator_rows: opportunity_closed where outcome = 'won'
with velocity as (
  select *, created * won * won_amount * won_cycles as made, (won + lost) * won_priced * won_days as spent,
    velocity_reach(created, won, lost, won_priced, won_amount, won_amount_sq, won_cycles, won_days, won_days_sq) as reach
  from parts.opportunity_periods)
select dimension, segment, owner_id, period, period_start, period_end,
  made as numerator, spent as denominator, ratio(made, spent) as value, won as n, won - least(won_priced, won_cycles) as excluded,
  ratio(made, spent) * exp(-reach) as low, ratio(made, spent) * exp(reach) as high
from velocity
