-- position: 94
-- theme: team
-- unit: count
-- kind: count
-- direction: none
-- needs: actions
-- label_en: Actions planned
-- label_fr: Actions prévues
-- formula_en: actions of the plan that were due in the period, up to the as-of date
-- formula_fr: actions du plan dont l’échéance est dans la période, jusqu’à la date d’arrêté
-- excluded_en: cancelled actions and, in the whole, those without a due date
-- excluded_fr: actions annulées et, dans l’ensemble, celles sans échéance
-- numerator_rows: action where is_planned
select dimension, segment, owner_id, period, period_start, period_end,
  planned as numerator, planned as n, not_planned as excluded
from parts.action_periods
