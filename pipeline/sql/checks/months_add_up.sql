-- says: what happens on a day is counted in one month, one quarter and one year, and in the whole
with counted as (
  select kpi, dimension, segment, period, sum(numerator) as numerator from marts.kpis
  where owner_id is null and period <> 'ttm' and numerator is not null and not (kpi in ('opportunities_won', 'opportunities_lost') and exists (from core.opportunities where ends_unknown))
    and kpi in ('revenue', 'margin', 'orders', 'opportunities_created', 'opportunities_won', 'opportunities_lost', 'customers_new', 'leads', 'quotes', 'accounts_opened',
      'calls', 'emails', 'actions_planned', 'visits', 'complaints', 'acquisition_cost', 'late_delivery_rate', 'satisfaction')
  group by kpi, dimension, segment, period)
select c.kpi, c.dimension, c.segment, c.period, c.numerator, w.numerator as numerator_in_all
from counted as c join counted as w on w.kpi = c.kpi and w.dimension = c.dimension and w.segment = c.segment and w.period = 'all'
where abs(c.numerator - w.numerator) >= 0.01
