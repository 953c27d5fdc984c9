-- position: 8
-- theme: win
-- unit: count
-- kind: count
-- direction: up
-- needs: opportunities
-- label_en: Opportunities created
-- label_fr: Opportunités créées
-- formula_en: opportunities created in the period
-- formula_fr: opportunités créées dans la période
-- excluded_en: opportunities without a creation date
-- excluded_fr: opportunités sans date de création
-- numerator_rows: opportunity_created
select dimension, segment, owner_id, period, period_start, period_end,
  created as numerator, created as n, created_undated as excluded
from parts.opportunity_periods
