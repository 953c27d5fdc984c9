-- position: 60
-- theme: win
-- unit: ratio
-- kind: rate
-- direction: up
-- needs: opportunities
-- label_en: Win rate (cohort)
-- label_fr: Taux de transformation (cohorte)
-- formula_en: opportunities created in the period and won since / opportunities created in the period; those still open count as not won yet
-- formula_fr: opportunités créées dans la période et gagnées depuis / opportunités créées dans la période ; celles en cours comptent comme pas encore gagnées
-- excluded_en: opportunities without a creation date
-- excluded_fr: opportunités sans date de création
-- numerator_rows: opportunity_created where outcome = 'won'
-- denominator_rows: opportunity_created
select dimension, segment, owner_id, period, period_start, period_end,
  cohort_won as numerator, created as denominator, created as n, created_undated as excluded
from parts.opportunity_periods
