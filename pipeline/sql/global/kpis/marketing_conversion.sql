-- position: 58
-- theme: acquire
-- unit: ratio
-- kind: rate
-- direction: up
-- needs: leads, opportunities
-- label_en: Marketing conversion
-- label_fr: Taux de transformation marketing
-- formula_en: leads whose account gets an opportunity within {conversion_days} days / leads detected in the period at least {conversion_days} days before the as-of date
-- formula_fr: pistes dont le compte a une opportunité dans les {conversion_days} jours / pistes détectées dans la période, au moins {conversion_days} jours avant la date d’arrêté
-- excluded_en: leads younger than {conversion_days} days (immature)
-- excluded_fr: pistes de moins de {conversion_days} jours (immatures)
-- numerator_rows: lead where is_mature and is_converted
-- denominator_rows: lead where is_mature
select dimension, segment, owner_id, period, period_start, period_end,
  converted_leads as numerator, mature_leads as denominator, mature_leads as n, leads - mature_leads as excluded
from parts.acquisition_periods
