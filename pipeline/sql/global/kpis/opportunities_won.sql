-- position: 9
-- theme: win
-- unit: count
-- kind: count
-- direction: up
-- needs: opportunities
-- label_en: Opportunities won
-- label_fr: Opportunités gagnées
-- formula_en: opportunities won in the period
-- formula_fr: opportunités gagnées dans la période
-- excluded_en: closed opportunities without a close date
-- excluded_fr: opportunités closes sans date de clôture
-- numerator_rows: opportunity_closed where outcome = 'won'
select dimension, segment, owner_id, period, period_start, period_end,
  won as numerator, won as n, closed_undated as excluded
from parts.opportunity_periods
