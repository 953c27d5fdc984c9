-- position: 91
-- theme: service
-- unit: days
-- kind: mean
-- least: 0
-- direction: down
-- needs: complaints
-- label_en: Time to resolve a complaint
-- label_fr: Délai de résolution
-- formula_en: mean of the days from a complaint to its resolution, for the complaints made in the period
-- formula_fr: moyenne des jours de la réclamation à sa résolution, pour les réclamations de la période
-- excluded_en: complaints not resolved yet, or resolved before they were made
-- excluded_fr: réclamations pas encore résolues, ou résolues avant d’être faites
-- numerator_rows: complaint adding days where days >= 0
-- denominator_rows: complaint where days >= 0
select dimension, segment, owner_id, period, period_start, period_end,
  resolution_days as numerator, resolved as denominator, resolved as n, complaints - resolved as excluded, resolution_days_sq as numerator_sq
from parts.satisfaction_periods
