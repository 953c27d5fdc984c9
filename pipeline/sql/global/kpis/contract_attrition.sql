-- position: 47
-- theme: keep
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
-- numerator_rows: contract where started_at < period_start and lost_at >= period_start and lost_at < period_end and (back_at is null or back_at >= period_end)
-- denominator_rows: contract where started_at < period_start and (ends_at is null or ends_at + 1 >= period_start) and not (is_undecided and ends_at < period_end)
select dimension, segment, owner_id, period, period_start, period_end,
  lost as numerator, at_start - undecided as denominator, at_start - undecided as n, undecided as excluded
from parts.contract_periods
