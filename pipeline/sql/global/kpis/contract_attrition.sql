-- position: 47
-- unit: ratio
-- kind: rate
-- direction: down
-- needs: contracts
-- label_en: Contract attrition
-- label_fr: Attrition sous contrat
-- formula_en: customers under contract at the start whose contract ended in the period without another within 31 days, and none before the period’s end / customers under contract at the start
-- formula_fr: clients sous contrat au début dont le contrat s’est achevé dans la période sans un autre sous 31 jours, ni avant la fin de la période / clients sous contrat au début
-- excluded_en: contracts that ended less than 31 days before the as-of date
-- excluded_fr: contrats achevés moins de 31 jours avant la date d’arrêté
select dimension, segment, owner_id, period, period_start, period_end,
  lost as numerator, at_start - undecided as denominator, at_start - undecided as n, undecided as excluded
from parts.contract_periods
