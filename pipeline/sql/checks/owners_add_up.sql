-- says: the numerators of every owner add up to all owners', for every KPI that counts facts
with part as (
  select kpi, period, period_start, sum(numerator) as numerator from marts.kpis
  where owner_id is not null and dimension = 'all' and numerator is not null
    and kpi not in ('customers', 'prospects_contacted', 'pipeline_coverage', 'sales_velocity', 'basket_per_customer', 'complaints_per_order')
    and kpi in (select kpi from marts.kpi_catalog where theme <> 'own' and kind in ('sum', 'count', 'rate', 'share', 'mean'))
  group by kpi, period, period_start),
whole as (
  select kpi, period, period_start, numerator from marts.kpis where owner_id is null and dimension = 'all')
select p.kpi, p.period, p.period_start, p.numerator, w.numerator as numerator_of_all
from part as p join whole as w on w.kpi = p.kpi and w.period = p.period and w.period_start = p.period_start
where abs(p.numerator - w.numerator) >= 0.01
