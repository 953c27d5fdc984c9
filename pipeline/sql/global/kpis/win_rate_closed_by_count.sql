-- position: 1
-- theme: win
-- unit: ratio
-- kind: rate
-- direction: up
-- needs: opportunities
-- label_en: Win rate (closed, by count)
-- label_fr: Taux de transformation (en nombre)
-- formula_en: won / (won + lost), opportunities closed in the period
-- formula_fr: gagnées / (gagnées + perdues), opportunités closes dans la période
-- excluded_en: closed opportunities without a close date
-- excluded_fr: opportunités closes sans date de clôture
-- numerator_rows: opportunity_closed where outcome = 'won'
-- denominator_rows: opportunity_closed where outcome <> 'open'
select dimension, segment, owner_id, period, period_start, period_end,
  won as numerator, won + lost as denominator, won + lost as n, closed_undated as excluded
from parts.opportunity_periods
