-- grain: one niche of sector, trade, region, size or type, and whether it is better than the rest by more than chance over all niches tried
-- key: measure, dimension, segment
with tried as (
  select 'win_rate' as measure, dimension, segment, won as successes, won + lost as n
  from parts.opportunity_periods where period = 'all' and owner_id is null
  union all
  select 'retention', dimension, segment, at_start - undecided - lost, at_start - undecided
  from parts.spell_periods where period = 'ttm' and owner_id is null),
tested as (
  select t.*, a.successes as successes_in_all, a.n as n_in_all,
    ratio(t.successes, t.n) as value, ratio(a.successes - t.successes, a.n - t.n) as value_of_rest,
    fisher_above(t.successes, t.n, a.successes, a.n) as p_value
  from tried as t
  join tried as a on a.measure = t.measure and a.dimension = 'all'
  where t.dimension in ('sector', 'trade', 'region', 'size', 'type', 'country') and t.segment <> '(unknown)' and t.n >= 10 and t.n < a.n),
ranked as (
  select *, row_number() over (partition by measure order by p_value, dimension, segment) as place, count(*) over (partition by measure) as niches
  from tested)
-- Benjamini and Hochberg (1995): the smallest false-discovery rate at which the niche would be kept.
select *, least(min(p_value * niches / place) over (partition by measure order by place rows between current row and unbounded following), 1) as q_value,
  value - value_of_rest as effect, q_value <= 0.05 as is_better
from ranked
