-- What each fact counts under, one column per dimension; facts: (id, account_id, owner_id, product_id, channel, kind).
create macro described(facts) as table
  select
    f.id, f.account_id, f.owner_id, f.product_id, a.type, a.sector, a.trade, a.size, a.region, a.country, coalesce(f.channel, a.channel) as channel,
    w.name as owner, w.manager, w.team, p.name as product, p.family, v.rfm, q.quadrant, f.kind as order_kind
  from query_table(facts) as f
  left join core.accounts as a on a.account_id = f.account_id
  left join core.owners as w on w.owner_id = f.owner_id
  left join core.products as p on p.product_id = f.product_id
  left join marts.customer_rfm as v on v.account_id = f.account_id
  left join marts.customer_potential as q on q.account_id = f.account_id;

-- The same, one row per dimension that the exports fill.
create macro segments_of(facts) as table
  with wide as (
    select * from described(facts)),
  tall as (
    select id, dimension, segment
    from wide unpivot include nulls (
      segment for dimension in (type, sector, trade, size, region, country, channel, owner, manager, team, product, family, rfm, quadrant, order_kind)))
  select id, dimension, coalesce(segment, '(unknown)') as segment from tall
  where dimension in (select dimension from tall group by dimension having count(segment) > 0)
  union all
  select f.id, d.dimension, coalesce(s.segment, '(unknown)')
  from query_table(facts) as f
  cross join core.own_dimensions as d
  left join core.own_segments as s on s.account_id = f.account_id and s.dimension = d.dimension
  union all
  select id, 'all', 'all' from query_table(facts);

-- The numbers by which the page knows what a fact counts under; 0 where it is not known.
create macro coded(facts) as table
  select d.id, coalesce(a.account, 0)::int as account, coalesce(o.owner, 0)::int as owner, coalesce(p.product, 0)::int as product,
    coalesce(c.channel, 0)::int as channel, coalesce(k.kind, 0)::int as kind
  from described(facts) as d
  left join page.accounts as a on a.account_id = d.account_id
  left join page.owners as o on o.owner_id = d.owner_id
  left join page.products as p on p.product_id = d.product_id
  left join page.channels as c on c.name = d.channel
  left join page.kinds as k on k.name = d.order_kind;
