-- position: 86
-- theme: team
-- unit: ratio
-- kind: share
-- direction: none
-- needs: activities
-- label_en: Time on prospects
-- label_fr: Part du temps en prospection
-- formula_en: minutes on accounts that were not yet customers / minutes in all: high for a hunter, low for a farmer
-- formula_fr: minutes sur des comptes pas encore clients / minutes totales : élevé pour un chasseur, faible pour un éleveur
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: activity adding minutes where is_prospecting
-- denominator_rows: activity adding minutes
select dimension, segment, owner_id, period, period_start, period_end,
  prospect_minutes as numerator, minutes as denominator, activities as n, 0 as excluded
from parts.activity_periods
