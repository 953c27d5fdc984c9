-- grain: one dimension's segment and owner (NULL: all of them) at the as-of date; sums only
-- key: dimension, segment, owner_id
select g.dimension, g.segment, case when grouping(c.owner_id) = 0 then c.owner_id end as owner_id,
  any_value(p.period) as period, any_value(p.period_start) as period_start, any_value(p.period_end) as period_end,
  count(*) as customers, count(*) filter (where revenue > 0) as earning, sum(revenue) as revenue, sum(square(revenue)) as revenue_sq,
  count(*) filter (where in_pareto_revenue) as pareto_revenue, count(*) filter (where in_pareto_margin) as pareto_margin,
  count(*) filter (where in_pareto_profit) as pareto_profit,
  count(margin) as with_margin, count(*) filter (where margin > 0) as margin_earning,
  count(profit) as with_profit, count(*) filter (where profit > 0) as profit_earning,
  sum(profit) as profit, count(*) filter (where profit < 0) as unprofitable, coalesce(-sum(profit) filter (where profit < 0), 0) as losses,
  count(*) filter (where is_star) as stars, count(*) filter (where rfm = 'champions') as champions, count(*) filter (where quadrant = 'to develop') as to_develop, count(*) filter (where is_recurring) as recurring,
  count(*) filter (where trend = 'new') as started, count(*) filter (where trend = 'rising') as rising, count(*) filter (where trend = 'falling') as falling,
  count(*) filter (where lost_at is not null) as lost,
  count(silence_limit) filter (where lost_at is null) as judged, count(*) filter (where dropped_off) as dropped_off, coalesce(sum(at_stake), 0) as at_stake
from (select * replace (coalesce(owner_id, '(unknown)') as owner_id, revenue::decimal(18, 4) as revenue) from marts.customers) as c
join core.account_segments as g on g.id = c.account_id
join core.periods as p on p.period = 'all'
group by grouping sets ((g.dimension, g.segment, c.owner_id), (g.dimension, g.segment))
