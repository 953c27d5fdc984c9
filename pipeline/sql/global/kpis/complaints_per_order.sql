-- position: 88
-- theme: service
-- unit: ratio
-- kind: share
-- direction: down
-- needs: complaints, sales
-- label_en: Complaints per order
-- label_fr: Réclamations par commande
-- formula_en: complaints made in the period / orders above zero in the period
-- formula_fr: réclamations de la période / commandes au-dessus de zéro de la période
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: complaint
-- denominator_rows: sale where amount > 0
select s.dimension, s.segment, s.owner_id, s.period, s.period_start, s.period_end,
  coalesce(c.complaints, 0) as numerator, s.orders as denominator, s.orders as n, s.empty_orders as excluded,
  ratio(count_low(coalesce(c.complaints, 0)::double), s.orders) as low, ratio(count_high(coalesce(c.complaints, 0)::double), s.orders) as high
from parts.sale_periods as s
left join parts.satisfaction_periods as c
  on c.dimension = s.dimension and c.segment = s.segment and c.owner_id is not distinct from s.owner_id and c.period = s.period and c.period_start = s.period_start
where s.dimension not in ('product', 'family', 'order_kind')
