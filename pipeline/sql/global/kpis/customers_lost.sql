-- position: 42
-- theme: keep
-- unit: count
-- kind: count
-- direction: down
-- needs: sales
-- label_en: Customers lost
-- label_fr: Clients perdus
-- formula_en: customers active at the start of the period lost in it and not back before its end (no order for W days, dated last order + W; W = 95th percentile of the customer’s own gaps, within its sector’s bounds)
-- formula_fr: clients actifs au début de la période perdus dans celle-ci et pas revenus avant sa fin (aucune commande pendant W jours, daté dernière commande + W ; W = 95e centile des écarts du client, borné par ceux de son secteur)
-- excluded_en: customers whose deadline is not over
-- excluded_fr: clients dont l’échéance n’est pas passée
-- numerator_rows: spell where started_at < period_start and (lost_at is null or lost_at >= period_start) and exists (from per_customer.spells as l where l.factor = 1 and l.account_id = id and l.lost_at >= period_start and l.lost_at < period_end and (l.back_at is null or l.back_at >= period_end))
select dimension, segment, owner_id, period, period_start, period_end,
  lost as numerator, at_start - undecided as n, undecided as excluded
from parts.spell_periods
