-- grain: one dimension's segment, owner (NULL: all of them) and period; sums only
-- key: dimension, segment, owner_id, period, period_start
with pair as materialized (
  select row_number() over (order by period, period_start)::int as pair, period, period_start, period_end from core.year_pairs),
owner as materialized (
  select row_number() over (order by owner_id)::int as owner, owner_id from (select distinct owner_id from core.account_facts)),
customer as (
  select g.id, g.labels, o.owner
  from core.labelled_accounts as g
  join core.account_facts as c on c.id = g.id
  join owner as o on o.owner_id = c.owner_id),
renewal as (
  select g.labels, g.owner, p.pair,
    case when n.before > 0 then 1 end as renewing, case when n.before <= 0 and n.now > 0 then 1 end as arrived,
    case when n.before > 0 then n.before end as before, case when n.before > 0 then n.now end as now, case when n.before > 0 then least(greatest(n.now, 0), n.before) end as kept
  from per_customer.renewals as n
  join pair as p on p.period = n.period and p.period_start = n.period_start
  join customer as g on g.id = n.account_id),
summed as (
  select label, owner, pair,
    count(renewing) as renewing, count(arrived) as arrived, sum(before) as before, sum(now) as now, sum(kept) as kept,
    sum(square(before)) as before_sq, sum(square(now)) as now_sq, sum(square(kept)) as kept_sq, sum(product_of(now, before)) as now_by_before, sum(product_of(kept, before)) as kept_by_before
  from (select unnest(labels) as label, * exclude (labels) from renewal) group by label, owner, pair),
named as (
  select l.dimension, l.segment, o.owner_id, p.period, p.period_start, p.period_end, s.* exclude (label, owner, pair)
  from summed as s
  join core.labels as l on l.label = s.label
  join owner as o on o.owner = s.owner
  join pair as p on p.pair = s.pair)
select dimension, segment, case when grouping(owner_id) = 0 then owner_id end as owner_id, period, period_start, period_end,
  sum(renewing)::bigint as renewing, sum(arrived)::bigint as arrived, coalesce(sum(before), 0) as before, coalesce(sum(now), 0) as now, coalesce(sum(kept), 0) as kept,
  sum(before_sq) as before_sq, sum(now_sq) as now_sq, sum(kept_sq) as kept_sq, sum(now_by_before) as now_by_before, sum(kept_by_before) as kept_by_before
from named
group by grouping sets (
  (dimension, segment, owner_id, period, period_start, period_end),
  (dimension, segment, period, period_start, period_end))
