-- The ratio, and the interval that its kind calls for, once for every KPI.
insert into marts.kpis
select
  k.kpi, k.dimension, k.segment, k.owner_id, k.period, k.period_start, k.period_end, k.numerator, k.denominator,
  case
    when c.missing is not null then null
    when c.kind in ('rate', 'share', 'mean') then ratio(k.numerator, k.denominator)
    when c.kind in ('median', 'index') then k.value
    else k.numerator::double
  end as value,
  k.n, k.excluded,
  case
    when c.missing is not null then null
    when c.kind = 'rate' then wilson_low(k.numerator, k.denominator)
    when c.kind = 'mean' then bounded(mean_low(k.n, k.numerator, k.numerator_sq), c.least, c.most)
    else bounded(k.low, c.least, c.most)
  end as low,
  case
    when c.missing is not null then null
    when c.kind = 'rate' then wilson_high(k.numerator, k.denominator)
    when c.kind = 'mean' then bounded(mean_high(k.n, k.numerator, k.numerator_sq), c.least, c.most)
    else bounded(k.high, c.least, c.most)
  end as high
from kpis.computed as k
join marts.kpi_catalog as c on c.kpi = k.kpi
order by c.position, k.dimension, k.segment, k.owner_id nulls first, k.period, k.period_start;
drop table kpis.computed;
drop schema kpis;
