-- position: 40
-- theme: keep
-- unit: ratio
-- kind: rate
-- direction: down
-- needs: sales
-- label_en: Attrition
-- label_fr: Taux d’attrition
-- formula_en: customers active at the start and lost in the period and not back before its end / active at the start (lost: no order for W days, dated last order + W; W = 95th percentile of the customer’s own gaps, within its sector’s bounds)
-- formula_fr: clients actifs au début et perdus dans la période et pas revenus avant sa fin / actifs au début (perdu : aucune commande pendant W jours, daté dernière commande + W ; W = 95e centile des écarts du client, borné par ceux de son secteur)
-- excluded_en: customers silent since before the period whose deadline falls between the as-of date and its end
-- excluded_fr: clients silencieux depuis avant la période dont l’échéance tombe entre la date d’arrêté et sa fin
-- numerator_rows: spell where started_at < period_start and (lost_at is null or lost_at >= period_start) and exists (from per_customer.spells as l where l.factor = 1 and l.account_id = id and l.lost_at >= period_start and l.lost_at < period_end and (l.back_at is null or l.back_at >= period_end))
-- denominator_rows: spell where started_at < period_start and (lost_at is null or lost_at >= period_start)
select dimension, segment, owner_id, period, period_start, period_end,
  lost as numerator, at_start - undecided as denominator, at_start - undecided as n, undecided as excluded
from parts.spell_periods
