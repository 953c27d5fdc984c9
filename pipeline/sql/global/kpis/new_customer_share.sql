-- position: 116
-- theme: team
-- unit: ratio
-- kind: share
-- direction: none
-- needs: sales
-- label_en: Margin from new customers (hunter’s share)
-- label_fr: Marge des nouveaux clients (part de chasseur)
-- formula_en: margin from customers whose first order is in the last twelve months / margin of these months; revenue where some sale has no cost. What time it takes: prospecting_time
-- formula_fr: marge des clients dont la première commande est dans les douze derniers mois / marge de ces mois ; le CA si une vente n’a pas de coût. Le temps que cela prend : prospecting_time
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: sale adding case when (select is_costed from core.coverage) then amount - cost else amount end where account_id in (select account_id from per_customer.customer_sales where first_order >= (select ttm_start from core.run))
-- denominator_rows: sale adding case when (select is_costed from core.coverage) then amount - cost else amount end
-- Of a loss there is no share.
select 'all' as dimension, 'all' as segment, o.owner_id, p.period, p.period_start, p.period_end,
  sum(o.counted_new) as numerator, case when sum(o.counted) > 0 then sum(o.counted) end as denominator, sum(o.sales)::bigint as n, 0 as excluded
from marts.owner_profiles as o join core.periods as p on p.period = 'ttm'
where o.sales > 0
group by grouping sets ((o.owner_id, p.period, p.period_start, p.period_end), (p.period, p.period_start, p.period_end))
