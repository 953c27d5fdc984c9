-- grain: one label, owner (NULL: all of them) and shard of the customers, of which a customer's sales may be divided: those with an order in it, ever and in the last twelve months, what they bring and its squares; sums only
-- key: shard, label, owner
-- shards: core.labelled_sales(account)
-- What accounts tell, of all owners, is in parts.customer_squares. As there and in parts.first_sales: sales of a customer of one owner are all under the same labels of account and owner,
-- and customers under the same labels are added up together.
with customer as materialized (
  select account, min(owner) < max(owner) as has_owners, any_value(account_labels) filter (where account_labels <> []) as labels, any_value(owner_labels) filter (where account_labels <> []) as owner_labels
  from core.labelled_sales where account > 0 group by account),
kind as materialized (
  select row_number() over ()::int as kind, * from (select distinct has_owners, labels, case when not has_owners then owner_labels end as owner_labels from customer)),
kind_of as materialized (
  select c.account, c.has_owners, k.kind from customer as c
  join kind as k on k.has_owners = c.has_owners and k.labels = c.labels and k.owner_labels is not distinct from case when not c.has_owners then c.owner_labels end),
sold as (
  select s.account, s.owner, c.has_owners, c.kind, s.amount, case when s.sold_at >= r.ttm_start then s.amount end as amount_ttm,
    unnest(s.account_labels[:1] || case when c.has_owners then s.owner_labels else [] end || s.fact_labels || s.product_labels) as label
  from core.labelled_sales as s join kind_of as c on c.account = s.account cross join core.run as r),
of_owner as (
  select account, label, owner, any_value(has_owners) as has_owners, any_value(kind) as kind,
    sum(amount) as amount, max(amount) > 0 as placed, sum(amount_ttm) as amount_ttm, max(amount_ttm) > 0 as placed_ttm
  from sold group by account, label, owner),
of_all as (
  select label, owner, kind, has_owners, amount, placed, amount_ttm, placed_ttm, false as is_all from of_owner
  union all
  select label, owner, kind, has_owners, amount, placed, amount_ttm, placed_ttm, true from of_owner where not has_owners
  union all
  select label, null, any_value(kind), true, sum(amount), max(placed), sum(amount_ttm), max(placed_ttm), true from of_owner where has_owners and label <> 0 group by account, label),
together as (
  select label, case when label = 0 then kind end as kind, is_all, case when not is_all or label = 0 then owner end as owner,
    count(*) filter (where placed) as customers, sum(amount) filter (where placed) as revenue, sum(square(amount)) filter (where placed) as revenue_sq,
    count(*) filter (where placed_ttm) as customers_ttm, sum(amount_ttm) filter (where placed_ttm) as revenue_ttm, sum(square(amount_ttm)) filter (where placed_ttm) as revenue_sq_ttm
  from of_all group by all),
spread as (
  select label, case when not is_all then owner end as owner, * exclude (label, owner, kind, is_all) from together where label <> 0
  union all
  select unnest(case when t.is_all then k.owner_labels else k.labels || coalesce(k.owner_labels, []) end), case when not t.is_all then t.owner end, t.* exclude (label, owner, kind, is_all)
  from together as t join kind as k on k.kind = t.kind where t.label = 0)
select coalesce(getvariable('shard'), 0) as shard, label, owner,
  sum(customers)::bigint as customers, sum(revenue) as revenue, sum(revenue_sq) as revenue_sq, sum(customers_ttm)::bigint as customers_ttm, sum(revenue_ttm) as revenue_ttm, sum(revenue_sq_ttm) as revenue_sq_ttm
from spread group by label, owner
