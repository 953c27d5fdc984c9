-- position: 58
-- theme: acquire
-- unit: ratio
-- kind: rate
-- direction: up
-- needs: leads, opportunities
-- label_en: Marketing conversion
-- label_fr: Taux de transformation marketing
-- formula_en: leads whose account gets an opportunity within 90 days / leads detected in the period at least 90 days before the as-of date
-- formula_fr: pistes dont le compte a une opportunité dans les 90 jours / pistes détectées dans la période, au moins 90 jours avant la date d’arrêté
-- excluded_en: leads younger than 90 days (immature)
-- excluded_fr: pistes de moins de 90 jours (immatures)
-- numerator_rows: lead where is_mature and is_converted
-- denominator_rows: lead where is_mature
select dimension, segment, owner_id, period, period_start, period_end,
  converted_leads as numerator, mature_leads as denominator, mature_leads as n, leads - mature_leads as excluded
from parts.acquisition_periods
