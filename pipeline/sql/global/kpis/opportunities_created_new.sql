-- position: 97
-- theme: win
-- unit: count
-- kind: count
-- direction: up
-- needs: opportunities
-- label_en: Opportunities created with new accounts
-- label_fr: Opportunités créées chez de nouveaux comptes
-- formula_en: opportunities created in the period with accounts that had not bought before that day
-- formula_fr: opportunités créées dans la période chez des comptes qui n’avaient rien acheté avant ce jour
-- excluded_en: opportunities without a creation date
-- excluded_fr: opportunités sans date de création
-- numerator_rows: opportunity_created where not is_existing
select dimension, segment, owner_id, period, period_start, period_end,
  created - created_existing as numerator, created - created_existing as n, created_undated as excluded
from parts.opportunity_periods
