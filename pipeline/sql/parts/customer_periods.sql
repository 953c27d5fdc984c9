-- grain: one dimension's segment, owner (NULL: all of them) and period: what those who bought in it brought; of what a customer's sales may be divided by, ever and in the last twelve months; sums only
-- key: dimension, segment, owner_id, period, period_start
with counted as (
  select label, null as owner, period, period_start, customers, revenue, revenue_sq from parts.customer_squares
  union all
  select s.label, s.owner, p.period, p.period_start,
    case p.period when 'all' then s.customers else s.customers_ttm end, case p.period when 'all' then s.revenue else s.revenue_ttm end, case p.period when 'all' then s.revenue_sq else s.revenue_sq_ttm end
  from parts.split_squares as s
  cross join core.run as r
  -- A year may be the last twelve months.
  join core.periods as p on p.period = 'all' or (p.period_start = r.ttm_start and p.period_end = r.as_of + 1))
select l.dimension, l.segment, w.owner_id, c.period, c.period_start,
  sum(c.customers)::bigint as customers, sum(c.revenue) as revenue, sum(c.revenue_sq) as revenue_sq
from counted as c
join core.labels as l on l.label = c.label
left join (select number, coalesce(owner_id, '(unknown)') as owner_id from core.owner_labels) as w on w.number = c.owner
group by l.dimension, l.segment, w.owner_id, c.period, c.period_start
having sum(c.customers) > 0
