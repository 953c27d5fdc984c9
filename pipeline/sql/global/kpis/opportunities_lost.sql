-- position: 10
-- theme: win
-- unit: count
-- kind: count
-- direction: down
-- needs: opportunities
-- label_en: Opportunities lost
-- label_fr: Opportunités perdues
-- formula_en: opportunities lost in the period
-- formula_fr: opportunités perdues dans la période
-- excluded_en: closed opportunities without a close date
-- excluded_fr: opportunités closes sans date de clôture
-- numerator_rows: opportunity_closed where outcome = 'lost'
select dimension, segment, owner_id, period, period_start, period_end,
  lost as numerator, lost as n, closed_undated as excluded
from parts.opportunity_periods
