-- grain: one dimension's segment and month: customers' first purchases of a family in a month, quarter, year, the last twelve months and ever; sums only
-- key: dimension, segment, period, day_from
-- A customer counts once for each family in each period, by its first purchase in it: the one before it lies before the period.
with judged as (
  select b.account_id, b.family, b.sold_at, b.before_at, b.sold_at + n.usual_days <= r.as_of as is_over,
    coalesce(b.next_at <= b.sold_at + n.usual_days, false) as is_rebought, r.ttm_start
  from per_customer.family_purchases as b
  cross join core.run as r
  join marts.family_norms as n on n.family = b.family),
first as (
  select j.*, f.period, f.day_from
  from judged as j
  cross join lateral (values
    ('month', date_trunc('month', j.sold_at)::date), ('quarter', date_trunc('quarter', j.sold_at)::date), ('year', date_trunc('year', j.sold_at)::date),
    ('ttm', case when j.sold_at >= j.ttm_start then j.ttm_start end), ('all', date '0001-01-01')) as f(period, day_from)
  where f.day_from is not null and (j.before_at is null or j.before_at < f.day_from)),
counted as (
  select unnest(g.labels) as label, f.period, f.day_from, f.is_over, f.is_rebought from first as f join core.labelled_accounts as g on g.id = f.account_id),
summed as (
  select label, period, day_from,
    count(*) filter (where is_over) as judged, count(*) filter (where is_over and is_rebought) as rebought, count(*) filter (where not is_over) as waiting
  from counted group by label, period, day_from)
select l.dimension, l.segment, s.period, s.day_from, s.judged, s.rebought, s.waiting
from summed as s join core.labels as l on l.label = s.label
where l.dimension not in ('owner', 'manager', 'team', 'product', 'family', 'order_kind')
union all
select 'family', f.family, f.period, f.day_from,
  count(*) filter (where f.is_over), count(*) filter (where f.is_over and f.is_rebought), count(*) filter (where not f.is_over)
from first as f
group by f.family, f.period, f.day_from
