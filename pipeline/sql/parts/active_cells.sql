-- grain: one dimension's segment, owner and slice of time: orders, and customers whose first sale of a period lies in it, of all owners and of this one; sums only
-- key: dimension, segment, owner_id, slice_start
with placed as (
  select g.dimension, g.segment, s.owner_id, s.account_id, s.sold_at, slice_of(s.sold_at, r.ttm_start) as slice_start, r.ttm_start,
    case g.dimension when 'channel' then b.channel_before when 'owner' then b.owner_before when 'manager' then b.manager_before when 'team' then b.team_before
      when 'order_kind' then b.kind_before else b.any_before end as before_at,
    case g.dimension when 'channel' then b.channel_of_owner when 'order_kind' then b.kind_of_owner else b.any_of_owner end as of_owner
  from core.sales as s
  cross join core.run as r
  join core.sale_segments as g on g.id = s.sale_id
  left join per_customer.sales_before as b on b.sale_id = s.sale_id
  where s.amount > 0 and g.dimension not in ('product', 'family')
  union all
  select b.dimension, b.segment, b.owner_id, b.account_id, b.sold_at, slice_of(b.sold_at, r.ttm_start), r.ttm_start, b.before_at, b.of_owner
  from per_customer.products_before as b cross join core.run as r)
select dimension, segment, owner_id, slice_start, count(*) as orders, count(*) filter (where account_id is null) as orders_without_customer,
  count(*) filter (where account_id is not null and (before_at is null or before_at < date_trunc('month', sold_at))) as of_month,
  count(*) filter (where account_id is not null and (before_at is null or before_at < date_trunc('quarter', sold_at))) as of_quarter,
  count(*) filter (where account_id is not null and (before_at is null or before_at < date_trunc('year', sold_at))) as of_year,
  count(*) filter (where account_id is not null and sold_at >= ttm_start and (before_at is null or before_at < ttm_start)) as of_ttm,
  count(*) filter (where account_id is not null and before_at is null) as of_all,
  count(*) filter (where account_id is not null and (of_owner is null or of_owner < date_trunc('month', sold_at))) as owner_month,
  count(*) filter (where account_id is not null and (of_owner is null or of_owner < date_trunc('quarter', sold_at))) as owner_quarter,
  count(*) filter (where account_id is not null and (of_owner is null or of_owner < date_trunc('year', sold_at))) as owner_year,
  count(*) filter (where account_id is not null and sold_at >= ttm_start and (of_owner is null or of_owner < ttm_start)) as owner_ttm,
  count(*) filter (where account_id is not null and of_owner is null) as owner_all
from placed
group by dimension, segment, owner_id, slice_start
