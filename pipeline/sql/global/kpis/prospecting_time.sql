-- position: 86
-- theme: team
-- unit: ratio
-- kind: share
-- direction: none
-- needs: activities
-- label_en: Time on prospects
-- label_fr: Part du temps en prospection
-- formula_en: minutes on accounts that were not yet customers / minutes in all: high for a hunter, low for a farmer; interval: of as many activities of one length as theirs are worth
-- formula_fr: minutes sur des comptes pas encore clients / minutes totales : élevé pour un chasseur, faible pour un éleveur ; intervalle : celui d’autant d’activités de même durée que les leurs en valent
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: activity adding minutes where is_prospecting
-- denominator_rows: activity adding minutes
select dimension, segment, owner_id, period, period_start, period_end,
  prospect_minutes as numerator, minutes as denominator, activities as n, 0 as excluded,
  amount_share_low(prospect_minutes, minutes, minutes_sq) as low, amount_share_high(prospect_minutes, minutes, minutes_sq) as high
from parts.activity_periods
