-- position: 44
-- theme: keep
-- unit: ratio
-- kind: share
-- least: 0
-- most: 1
-- direction: up
-- needs: sales
-- label_en: Gross revenue retention
-- label_fr: Rétention brute du CA
-- formula_en: Σ min(revenue now, revenue a year before) / Σ revenue a year before, customers with revenue a year before; finished periods
-- formula_fr: Σ min(CA de la période, CA un an avant) / Σ CA un an avant, clients ayant du CA un an avant ; périodes terminées
-- excluded_en: new and reactivated customers
-- excluded_fr: clients nouveaux et réactivés
-- numerator_rows: renewal adding least(greatest(now, 0), before) where starts = period_start and ends = period_end and before > 0
-- denominator_rows: renewal adding before where starts = period_start and ends = period_end and before > 0
select dimension, segment, owner_id, period, period_start, period_end,
  kept as numerator, before as denominator, renewing as n, arrived as excluded,
  ratio_low(renewing, kept, before, kept_sq, kept_by_before, before_sq) as low, ratio_high(renewing, kept, before, kept_sq, kept_by_before, before_sq) as high
from parts.renewal_periods
