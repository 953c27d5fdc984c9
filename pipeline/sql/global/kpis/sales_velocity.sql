-- position: 63
-- theme: win
-- unit: amount
-- kind: index
-- direction: up
-- needs: opportunities
-- label_en: Sales velocity (per day of cycle)
-- label_fr: Vélocité commerciale (par jour de cycle)
-- formula_en: opportunities created × win rate × mean won amount / mean cycle days: what the opportunities of the period bring a day while they last; it grows with their number, so compare segments, or periods of one length
-- formula_fr: opportunités créées × taux de transformation × montant gagné moyen / jours de cycle moyens : ce que les opportunités de la période rapportent par jour tant qu’elles durent ; elle croît avec leur nombre, donc comparez des segments, ou des périodes de même longueur
-- excluded_en: wins without an amount or a cycle
-- excluded_fr: gains sans montant ou sans cycle
-- numerator_rows: opportunity_closed where outcome = 'won'
select dimension, segment, owner_id, period, period_start, period_end,
  created * won * won_amount * won_cycles as numerator, (won + lost) * won_priced * won_days as denominator,
  ratio(created * won * won_amount * won_cycles, (won + lost) * won_priced * won_days) as value,
  won as n, won - least(won_priced, won_cycles) as excluded
from parts.opportunity_periods
