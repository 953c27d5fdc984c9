-- position: 90
-- theme: service
-- unit: ratio
-- kind: mean
-- least: -1
-- most: 1
-- direction: up
-- needs: surveys
-- label_en: Net promoter score
-- label_fr: Net promoter score (NPS)
-- formula_en: (answers of 9 and 10 − answers of 6 and less) / answers, on a scale of 10
-- formula_fr: (notes de 9 et 10 − notes de 6 et moins) / réponses, sur une échelle de 10
-- excluded_en: scores outside their scale
-- excluded_fr: notes hors échelle
-- numerator_rows: survey adding promotes where score is not null
-- denominator_rows: survey where score is not null
select dimension, segment, owner_id, period, period_start, period_end,
  promoters - detractors as numerator, answers as denominator, answers as n, unread as excluded, promoters + detractors as numerator_sq
from parts.satisfaction_periods
