-- position: 116
-- theme: team
-- unit: ratio
-- kind: share
-- direction: none
-- needs: sales
-- label_en: Margin from new customers (hunter’s share)
-- label_fr: Marge des nouveaux clients (part de chasseur)
-- formula_en: margin from customers whose first order is in the last twelve months / margin of these months; revenue where some sale has no cost. What time it takes: prospecting_time. Interval: from how much customers differ
-- formula_fr: marge des clients dont la première commande est dans les douze derniers mois / marge de ces mois ; le CA si une vente n’a pas de coût. Le temps que cela prend : prospecting_time. Intervalle : d’après l’écart entre clients
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: sale adding case when (select is_costed from core.coverage) then amount - cost else amount end where account_id in (select account_id from per_customer.customer_sales where first_order >= (select ttm_start from core.run))
-- denominator_rows: sale adding case when (select is_costed from core.coverage) then amount - cost else amount end
-- Of a loss there is no share. All that a customer brought is new or old together, so that each counts as one.
select 'all' as dimension, 'all' as segment, o.owner_id, p.period, p.period_start, p.period_end,
  o.counted_new as numerator, case when o.counted > 0 then o.counted end as denominator, o.sales as n, 0 as excluded,
  case when o.counted > 0 then ratio_low(o.customers, o.counted_new, o.counted, o.counted_new_sq, o.counted_new_sq, o.counted_sq) end as low,
  case when o.counted > 0 then ratio_high(o.customers, o.counted_new, o.counted, o.counted_new_sq, o.counted_new_sq, o.counted_sq) end as high
from parts.new_and_old as o join core.periods as p on p.period = 'ttm'
