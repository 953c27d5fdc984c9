-- grain: attrition over the last twelve months, were customers counted as lost after this many times their silence
-- key: factor
with standing as (
  select s.factor, s.account_id
  from per_customer.spells as s cross join core.run as r
  where s.started_at < r.ttm_start and (s.lost_at is null or s.lost_at >= r.ttm_start)),
gone as (
  select factor, account_id from per_customer.spells where lost_at is not null and back_at is null),
counted as (
  select s.factor, count(*) as at_start, count(g.account_id) as lost
  from standing as s left join gone as g on g.factor = s.factor and g.account_id = s.account_id
  group by s.factor)
select factor, at_start, lost, ratio(lost, at_start) as value, wilson_low(lost, at_start) as low, wilson_high(lost, at_start) as high
from counted
