-- position: 41
-- theme: keep
-- unit: ratio
-- kind: rate
-- direction: up
-- needs: sales
-- label_en: Retention
-- label_fr: Taux de fidélisation
-- formula_en: 1 − attrition, on the same customers
-- formula_fr: 1 − attrition, sur les mêmes clients
-- excluded_en: customers silent since before the period whose deadline falls between the as-of date and its end
-- excluded_fr: clients silencieux depuis avant la période dont l’échéance tombe entre la date d’arrêté et sa fin
-- numerator_rows: spell where started_at < period_start and (lost_at is null or lost_at >= period_start) and not exists (from per_customer.spells as l where l.factor = 1 and l.account_id = id and l.lost_at >= period_start and l.lost_at < period_end and (l.back_at is null or l.back_at >= period_end))
-- denominator_rows: spell where started_at < period_start and (lost_at is null or lost_at >= period_start)
select dimension, segment, owner_id, period, period_start, period_end,
  at_start - undecided - lost as numerator, at_start - undecided as denominator, at_start - undecided as n, undecided as excluded
from parts.spell_periods
