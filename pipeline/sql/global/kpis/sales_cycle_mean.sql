-- position: 5
-- theme: win
-- unit: days
-- kind: mean
-- least: 0
-- direction: down
-- needs: opportunities
-- label_en: Sales cycle (mean)
-- label_fr: Cycle de vente moyen
-- formula_en: days from creation to win / opportunities won in the period
-- formula_fr: jours de la création au gain / opportunités gagnées dans la période
-- excluded_en: won opportunities without a creation date, or created after they closed
-- excluded_fr: opportunités gagnées sans date de création, ou créées après leur clôture
-- numerator_rows: opportunity_closed adding days where outcome = 'won' and days >= 0
-- denominator_rows: opportunity_closed where outcome = 'won' and days >= 0
select dimension, segment, owner_id, period, period_start, period_end,
  won_days as numerator, won_cycles as denominator, won_cycles as n, won - won_cycles as excluded, won_days_sq as numerator_sq
from parts.opportunity_periods
