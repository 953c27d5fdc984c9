-- grain: one dimension's segment, of those that accounts tell, and period: what those who bought in it brought; sums only
-- key: dimension, segment, period, period_start
select l.dimension, l.segment, s.period, s.period_start,
  sum(s.customers)::bigint as customers, sum(s.revenue) as revenue, sum(s.revenue_sq) as revenue_sq
from parts.customer_squares as s join core.labels as l on l.label = s.label
group by l.dimension, l.segment, s.period, s.period_start
