-- grain: one niche of sector, trade, region, size or type, and whether it is better than the rest by more than chance over all niches tried
-- key: measure, dimension, segment
-- Margin: the share of its customers whose margin of the last twelve months is above the median customer's (Mood's median test, done exactly).
with active as (
  select account_id, sum(amount - cost)::decimal(18, 2) as margin
  from core.sales cross join core.run
  where sold_at >= ttm_start and account_id is not null and cost is not null
  group by account_id),
ahead as (
  select account_id, margin > (select percentile_disc(0.5) within group (order by margin) from active) as is_ahead from active),
tried as (
  select 'win_rate' as measure, dimension, segment, won as successes, won + lost as n
  from parts.opportunity_periods where period = 'all' and owner_id is null
  union all
  select 'retention', dimension, segment, at_start - undecided - lost, at_start - undecided
  from parts.spell_periods where period = 'ttm' and owner_id is null
  union all
  select 'margin', g.dimension, g.segment, count(*) filter (where a.is_ahead), count(*)
  from ahead as a join core.account_segments as g on g.id = a.account_id
  group by g.dimension, g.segment),
tested as (
  select t.*, a.successes as successes_in_all, a.n as n_in_all,
    ratio(t.successes, t.n) as value, ratio(a.successes - t.successes, a.n - t.n) as value_of_rest,
    fisher_above(t.successes, t.n, a.successes, a.n) as p_value
  from tried as t
  join tried as a on a.measure = t.measure and a.dimension = 'all'
  where (t.dimension in ('sector', 'trade', 'region', 'size', 'type', 'country') or t.dimension in (select dimension from core.own_dimensions)) and t.segment <> '(unknown)' and t.n >= 10 and t.n < a.n),
ranked as (
  select *, row_number() over (order by p_value, measure, dimension, segment) as place, count(*) over () as niches
  from tested)
-- Benjamini and Hochberg (1995): the smallest false-discovery rate at which the niche would be kept.
select *, least(min(p_value * niches / place) over (order by place rows between current row and unbounded following), 1) as q_value,
  value - value_of_rest as effect, q_value <= 0.05 as is_better
from ranked
