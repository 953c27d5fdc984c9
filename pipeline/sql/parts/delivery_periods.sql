-- grain: one dimension's segment, owner (NULL: all of them) and period: deliveries promised for a day of it that is over; sums only
-- key: dimension, segment, owner_id, period, period_start
with placed as (
  select d.*, unnest(s.account_labels || s.owner_labels || s.fact_labels || s.product_labels) as label
  from core.deliveries as d join core.labelled_sales as s on s.sale_id = d.sale_id),
due as (
  select g.dimension, g.segment, d.owner_id, slice_of(d.promised_at, r.ttm_start) as slice_start,
    count(*) as deliveries, count(d.is_late) as judged, count(*) filter (where d.is_late) as late, count(d.days_late) as delivered,
    coalesce(sum(d.days_late), 0)::bigint as days_late, coalesce(sum(d.days_late::bigint * d.days_late), 0)::bigint as days_late_sq
  from placed as d
  cross join core.run as r
  join core.labels as g on g.label = d.label
  where d.promised_at <= r.as_of
  group by g.dimension, g.segment, d.owner_id, slice_of(d.promised_at, r.ttm_start))
select d.dimension, d.segment, case when grouping(d.owner_id) = 0 then d.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  sum(d.deliveries) as deliveries, sum(d.judged) as judged, sum(d.late) as late, sum(d.delivered) as delivered, sum(d.days_late) as days_late, sum(d.days_late_sq) as days_late_sq
from due as d
join core.period_slices as p on p.slice_start = d.slice_start
group by grouping sets (
  (d.dimension, d.segment, d.owner_id, p.period, p.period_start, p.period_end),
  (d.dimension, d.segment, p.period, p.period_start, p.period_end))
