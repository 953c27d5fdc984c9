-- says: the numerators of every dimension's segments add up to the whole base's, for every KPI that counts facts
-- Left out: who is counted once in each segment and once in all, what is set or known for a few segments only, and a product of figures.
-- An order of several products counts once for each of them and of their families: there what counts orders, and what adds only those above zero, adds up to more.
with part as (
  select kpi, dimension, period, period_start, sum(numerator) as numerator from marts.kpis
  where owner_id is null and dimension <> 'all' and dimension not in (select dimension from marts.dimensions where is_overlapping) and numerator is not null
    and kpi not in ('customers', 'prospects_contacted', 'revenue_to_target', 'margin_to_target', 'pipeline_coverage', 'sales_velocity', 'basket_per_customer', 'complaints_per_order', 'pareto_top20_share', 'pareto_top20_share_margin', 'pareto_top20_share_profit')
    and kpi in (select kpi from marts.kpi_catalog where theme <> 'own' and kind in ('sum', 'count', 'rate', 'share', 'mean'))
    and not (dimension in ('product', 'family') and kpi in ('orders', 'basket_per_order', 'late_delivery_rate', 'delivery_delay') and exists (from core.sale_parts))
  group by kpi, dimension, period, period_start),
whole as (
  select kpi, period, period_start, numerator from marts.kpis where owner_id is null and dimension = 'all')
select p.kpi, p.dimension, p.period, p.period_start, p.numerator, w.numerator as numerator_in_all
from part as p join whole as w on w.kpi = p.kpi and w.period = p.period and w.period_start = p.period_start
where abs(p.numerator - w.numerator) >= 0.01
