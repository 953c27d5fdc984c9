-- position: 61
-- theme: win
-- unit: ratio
-- kind: rate
-- direction: none
-- needs: opportunities
-- label_en: Still open (cohort)
-- label_fr: Encore en cours (cohorte)
-- formula_en: opportunities created in the period and still open / opportunities created in the period: how mature the cohort is
-- formula_fr: opportunités créées dans la période et encore en cours / opportunités créées dans la période : maturité de la cohorte
-- excluded_en: opportunities without a creation date
-- excluded_fr: opportunités sans date de création
-- numerator_rows: opportunity_created where outcome = 'open'
-- denominator_rows: opportunity_created
select dimension, segment, owner_id, period, period_start, period_end,
  cohort_open as numerator, created as denominator, created as n, created_undated as excluded
from parts.opportunity_periods
