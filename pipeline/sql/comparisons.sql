-- Each figure of all owners against the period before, the same period a year before, the target, the whole base and the best segment.
-- Two 95 % intervals that do not meet are more than noise: stricter than a test at 5 %.
-- Sums and counts have theirs here, as of orders and events that come at random: ± 1.96 √Σ amount², and Byar's for a count.
create table marts.comparisons as
with spread as (
  select 'revenue' as kpi, dimension, segment, period, period_start, 1.96 * sqrt(ordered_sq::double) as around from parts.sale_periods where owner_id is null
  union all
  select 'margin', dimension, segment, period, period_start, 1.96 * sqrt(margin_sq::double) from parts.sale_periods where owner_id is null),
figure as (
  select k.kpi, k.dimension, k.segment, k.period, k.period_start, k.period_end, k.value, k.n, c.direction,
    case
      when k.kpi in ('revenue', 'margin') then k.value - s.around
      when c.kind = 'count' then count_low(k.value)
      else k.low
    end as low,
    case
      when k.kpi in ('revenue', 'margin') then k.value + s.around
      when c.kind = 'count' then count_high(k.value)
      else k.high
    end as high
  from marts.kpis as k
  join marts.kpi_catalog as c on c.kpi = k.kpi
  left join spread as s
    on s.kpi = k.kpi and s.dimension = k.dimension and s.segment = k.segment and s.period = k.period and s.period_start = k.period_start
  where k.owner_id is null and k.value is not null and (k.period <> 'month' or k.dimension = 'all')),
best as (
  select distinct on (kpi, dimension, period, period_start) *
  from figure
  where dimension <> 'all' and segment <> '(unknown)' and n >= 10 and direction <> 'none'
  order by kpi, dimension, period, period_start, case direction when 'down' then -value else value end desc, segment),
paired as (
  select f.*, 'previous_period' as against, o.segment as other_segment, o.period_start as other_start, o.value as other_value, o.low as other_low, o.high as other_high
  from figure as f join figure as o using (kpi, dimension, segment, period)
  where f.period in ('year', 'quarter', 'month') and o.period_end = f.period_start
  union all
  select f.*, 'year_before', o.segment, o.period_start, o.value, o.low, o.high
  from figure as f join figure as o using (kpi, dimension, segment, period)
  where f.period in ('quarter', 'month') and o.period_start = (f.period_start - interval 12 month)::date
  union all
  select f.*, 'target', f.segment, f.period_start, t.target::double, t.target::double, t.target::double
  from figure as f
  join parts.target_periods as t on t.metric = f.kpi and t.dimension = f.dimension and t.segment = f.segment and t.period = f.period and t.period_start = f.period_start
  union all
  select f.*, 'whole_base', o.segment, o.period_start, o.value, o.low, o.high
  from figure as f join figure as o using (kpi, period, period_start)
  where f.dimension <> 'all' and o.dimension = 'all'
  union all
  select f.*, 'best_segment', o.segment, o.period_start, o.value, o.low, o.high
  from figure as f join best as o using (kpi, dimension, period, period_start)
  where f.segment <> o.segment)
select p.kpi, p.dimension, p.segment, p.period, p.period_start, p.period_end, p.against, p.other_segment, p.other_start,
  p.value, p.other_value, p.value - p.other_value as difference, ratio(p.value - p.other_value, abs(p.other_value)) as change,
  p.low > p.other_high or p.high < p.other_low as is_more_than_noise,
  p.period_end <= r.as_of + 1 as is_complete
from paired as p cross join core.run as r
order by p.kpi, p.dimension, p.segment, p.period, p.period_start, p.against;
