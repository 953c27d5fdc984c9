-- grain: one slice of time inside one period; slices tile every period, so sums over them are exact
-- key: period, period_start, slice_start
with slice as (
  select period_start as slice_start from core.periods where period = 'month'
  union
  select ttm_start from core.run)
select p.period, p.period_start, p.period_end, s.slice_start
from core.periods as p
join slice as s on s.slice_start >= date_trunc('month', p.period_start) and s.slice_start < p.period_end
where p.period <> 'ttm' or s.slice_start >= p.period_start
union all
-- Facts without a date belong to no slice; the whole base counts them as left out.
select period, period_start, period_end, null from core.periods where period = 'all'
