-- position: 45
-- theme: keep
-- unit: ratio
-- kind: share
-- direction: up
-- needs: sales
-- label_en: Net revenue retention
-- label_fr: Rétention nette du CA
-- formula_en: Σ revenue now / Σ revenue a year before, customers with revenue a year before; finished periods
-- formula_fr: Σ CA de la période / Σ CA un an avant, clients ayant du CA un an avant ; périodes terminées
-- excluded_en: new and reactivated customers
-- excluded_fr: clients nouveaux et réactivés
-- numerator_rows: renewal adding now where starts = period_start and ends = period_end and before > 0
-- denominator_rows: renewal adding before where starts = period_start and ends = period_end and before > 0
select dimension, segment, owner_id, period, period_start, period_end,
  now as numerator, before as denominator, renewing as n, arrived as excluded,
  ratio_low(renewing, now, before, now_sq, now_by_before, before_sq) as low, ratio_high(renewing, now, before, now_sq, now_by_before, before_sq) as high
from parts.renewal_periods
