-- position: 89
-- theme: service
-- unit: score
-- kind: mean
-- least: 0
-- most: 10
-- direction: up
-- needs: surveys
-- label_en: Satisfaction (out of 10)
-- label_fr: Satisfaction (sur 10)
-- formula_en: mean score, brought to a scale of 10
-- formula_fr: note moyenne, ramenée sur 10
-- excluded_en: scores outside their scale
-- excluded_fr: notes hors échelle
-- numerator_rows: survey adding score where score is not null
-- denominator_rows: survey where score is not null
select dimension, segment, owner_id, period, period_start, period_end,
  score as numerator, answers as denominator, answers as n, unread as excluded, score_sq as numerator_sq
from parts.satisfaction_periods
