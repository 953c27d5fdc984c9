-- position: 98
-- theme: win
-- unit: count
-- kind: count
-- direction: up
-- needs: opportunities
-- label_en: Opportunities created with customers
-- label_fr: Opportunités créées chez des clients
-- formula_en: opportunities created in the period with accounts that had bought before that day
-- formula_fr: opportunités créées dans la période chez des comptes qui avaient déjà acheté avant ce jour
-- excluded_en: opportunities without a creation date
-- excluded_fr: opportunités sans date de création
-- numerator_rows: opportunity_created where is_existing
select dimension, segment, owner_id, period, period_start, period_end,
  created_existing as numerator, created_existing as n, created_undated as excluded
from parts.opportunity_periods
