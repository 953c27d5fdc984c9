-- position: 7
-- theme: win
-- unit: days
-- kind: mean
-- least: 0
-- direction: down
-- needs: opportunities
-- label_en: Time to close (mean)
-- label_fr: Délai de clôture moyen
-- formula_en: days from creation to close / opportunities won or lost in the period
-- formula_fr: jours de la création à la clôture / opportunités gagnées ou perdues dans la période
-- excluded_en: closed opportunities without a creation date, or created after they closed
-- excluded_fr: opportunités closes sans date de création, ou créées après leur clôture
-- numerator_rows: opportunity_closed adding days where outcome <> 'open' and days >= 0
-- denominator_rows: opportunity_closed where outcome <> 'open' and days >= 0
select dimension, segment, owner_id, period, period_start, period_end,
  closed_days as numerator, closed_cycles as denominator, closed_cycles as n, won + lost - closed_cycles as excluded, closed_days_sq as numerator_sq
from parts.opportunity_periods
