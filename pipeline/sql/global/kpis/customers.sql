-- position: 15
-- unit: count
-- kind: count
-- direction: up
-- needs: sales
-- label_en: Active customers
-- label_fr: Clients actifs
-- formula_en: customers with at least one order above zero in the period
-- formula_fr: clients ayant au moins une commande au-dessus de zéro dans la période
-- excluded_en: orders without a customer
-- excluded_fr: commandes sans client
select g.dimension, g.segment, case when grouping(s.owner_id) = 0 then s.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  count(distinct s.account_id) as numerator, count(*) as n, count(*) filter (where s.account_id is null) as excluded
from core.sales as s
join core.sale_segments as g on g.id = s.sale_id
join core.periods as p on s.sold_at >= p.period_start and s.sold_at < p.period_end
where s.amount > 0
group by grouping sets (
  (g.dimension, g.segment, s.owner_id, p.period, p.period_start, p.period_end),
  (g.dimension, g.segment, p.period, p.period_start, p.period_end))
