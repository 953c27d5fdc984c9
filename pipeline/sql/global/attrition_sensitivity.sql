-- grain: attrition over the last twelve months, were customers counted as lost after this many times their silence
-- key: factor
with counted as (
  select s.factor, count(*) filter (where s.started_at < r.ttm_start) as at_start,
    count(*) filter (where s.started_at < r.ttm_start and s.lost_at is not null and s.back_at is null) as lost
  from per_customer.spells as s cross join core.run as r
  where s.lost_at is null or s.lost_at >= r.ttm_start
  group by s.factor)
select factor, at_start, lost, ratio(lost, at_start) as value, wilson_low(lost, at_start) as low, wilson_high(lost, at_start) as high
from counted
