-- grain: one dimension's segment and month: customers' first purchases of a family in a month, quarter, year, the last twelve months and ever; sums only
-- key: dimension, segment, period, day_from
-- A customer counts once for each family in each period, by its first purchase in it: the one before it lies before the period.
-- first_in: 1 in its month, 2 quarter, 4 year, 8 the last twelve months, 16 ever.
with judged as not materialized (
  select b.account_id, b.family, date_trunc('month', b.sold_at)::date as month, b.sold_at + n.usual_days <= r.as_of as is_over,
    coalesce(b.next_at <= b.sold_at + n.usual_days, false) as is_rebought,
    case when b.before_at is null then 23 + case when b.sold_at >= r.ttm_start then 8 else 0 end
      else (b.before_at < date_trunc('month', b.sold_at))::int + 2 * (b.before_at < date_trunc('quarter', b.sold_at))::int + 4 * (b.before_at < date_trunc('year', b.sold_at))::int
        + 8 * (b.before_at < r.ttm_start and b.sold_at >= r.ttm_start)::int end as first_in
  from per_customer.family_purchases as b
  cross join core.run as r
  join marts.family_norms as n on n.family = b.family),
kept as (
  select label from core.labels where dimension not in ('owner', 'manager', 'team', 'product', 'family', 'order_kind')),
customer as (
  select id, list(label order by label) as labels
  from (select id, unnest(labels) as label from core.labelled_accounts) where label in (from kept) group by id),
counted as (
  select label, null as family, month, first_in, is_over, is_rebought, count(*) as purchases
  from (select unnest(c.labels) as label, j.* from judged as j join customer as c on c.id = j.account_id where j.first_in > 0)
  group by label, month, first_in, is_over, is_rebought
  union all
  select null, family, month, first_in, is_over, is_rebought, count(*) from judged where first_in > 0
  group by family, month, first_in, is_over, is_rebought),
first as (
  select c.*, p.period, case p.period when 'all' then date '0001-01-01' when 'ttm' then r.ttm_start else date_trunc(p.period, c.month)::date end as day_from
  from counted as c
  cross join core.run as r
  join (values ('month', 1), ('quarter', 2), ('year', 4), ('ttm', 8), ('all', 16)) as p(period, bit) on c.first_in & p.bit > 0)
select coalesce(l.dimension, 'family') as dimension, coalesce(l.segment, f.family) as segment, f.period, f.day_from,
  coalesce(sum(f.purchases) filter (where f.is_over), 0)::bigint as judged, coalesce(sum(f.purchases) filter (where f.is_over and f.is_rebought), 0)::bigint as rebought,
  coalesce(sum(f.purchases) filter (where not f.is_over), 0)::bigint as waiting
from first as f left join core.labels as l on l.label = f.label
group by all
