-- grain: one dimension's segment and period; sums only
-- key: dimension, segment, period, period_start, metric
-- Targets are monthly, so the trailing twelve months, which may begin within a month, have none.
with target as (
  select 'all' as dimension, 'all' as segment, month, metric, value from core.targets
  union all
  select 'owner', owner, month, metric, value from core.targets where owner is not null
  union all
  select 'team', team, month, metric, value from core.targets where team is not null
  union all
  select 'manager', manager, month, metric, value from core.targets where manager is not null)
select t.dimension, t.segment, t.metric, p.period, p.period_start, p.period_end, sum(t.value) as target, count(distinct t.month) as months
from target as t
join core.periods as p on t.month >= p.period_start and t.month < p.period_end and p.period in ('year', 'quarter', 'month')
group by t.dimension, t.segment, t.metric, p.period, p.period_start, p.period_end
