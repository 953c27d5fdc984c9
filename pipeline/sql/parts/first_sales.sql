-- grain: one label, owner, slice of time, kind of first sale and shard of the customers; sums only
-- key: shard, label, owner, slice_start, first_in
-- shards: core.labelled_sales(account)
-- A sale is its customer's first in a period where the one before lies before the period: customers are counted by adding up first sales.
-- first_in: 1 in its month, 2 quarter, 4 year, 8 the last twelve months, 16 ever; 32 to 512 the same of its owner's sales alone.
-- Sales of one customer are all under the same labels of the account, and of the owner where they have one: for these the whole base, label 0, is looked at once.
with customer as (
  select account, min(owner) < max(owner) as has_owners, any_value(account_labels) filter (where account_labels <> []) || case when min(owner) = max(owner) then any_value(owner_labels) filter (where account_labels <> []) else [] end as labels
  from core.labelled_sales where amount > 0 and account > 0 group by account),
sold as (
  select s.account, s.owner, s.sold_at, c.has_owners, unnest(s.account_labels[:1] || case when c.has_owners then s.owner_labels else [] end || s.fact_labels || s.product_labels) as label
  from core.labelled_sales as s join customer as c on c.account = s.account where s.amount > 0),
preceded as materialized (
  select *, lag(sold_at) over (partition by account, label order by sold_at, owner) as before_at from sold),
placed as (
  select account, owner, sold_at, label, before_at, before_at as of_owner from preceded where not has_owners
  union all
  select account, owner, sold_at, label, before_at, lag(sold_at) over (partition by account, label, owner order by sold_at) from preceded where has_owners),
dated as (
  select p.*, slice_of(p.sold_at, r.ttm_start) as slice_start, date_trunc('month', p.sold_at)::date as month, date_trunc('quarter', p.sold_at)::date as quarter, date_trunc('year', p.sold_at)::date as year,
    case when p.sold_at >= r.ttm_start then r.ttm_start end as ttm
  from placed as p cross join core.run as r),
judged as (
  select p.account, p.label, p.owner, p.slice_start,
    case when p.before_at is null then 23 + case when p.ttm is null then 0 else 8 end
      else (p.before_at < p.month)::int + 2 * (p.before_at < p.quarter)::int + 4 * (p.before_at < p.year)::int + 8 * coalesce(p.before_at < p.ttm, false)::int end
    + 32 * case when p.of_owner is null then 23 + case when p.ttm is null then 0 else 8 end
      else (p.of_owner < p.month)::int + 2 * (p.of_owner < p.quarter)::int + 4 * (p.of_owner < p.year)::int + 8 * coalesce(p.of_owner < p.ttm, false)::int end as first_in
  from dated as p),
spread as (
  select label, owner, slice_start, first_in from judged where label <> 0 and first_in > 0
  union all
  select unnest(c.labels), j.owner, j.slice_start, j.first_in from judged as j join customer as c on c.account = j.account where j.label = 0 and j.first_in > 0)
select coalesce(getvariable('shard'), 0) as shard, label, owner, slice_start, first_in, count(*) as customers
from spread
group by label, owner, slice_start, first_in
