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

-- The same, one row per dimension that the exports fill; a dimension that they do not is left out before its rows are made.
create macro segments_of(facts) as table
  with wide as materialized (
    select * from described(facts)),
  filled as materialized (
    select count(type) > 0 as type, count(sector) > 0 as sector, count(trade) > 0 as trade, count(size) > 0 as size, count(region) > 0 as region, count(country) > 0 as country, count(channel) > 0 as channel, count(owner) > 0 as owner,
      count(manager) > 0 as manager, count(team) > 0 as team, count(product) > 0 as product, count(family) > 0 as family, count(rfm) > 0 as rfm, count(quadrant) > 0 as quadrant, count(order_kind) > 0 as order_kind
    from wide)
  select w.id, 'type' as dimension, coalesce(w.type, '(unknown)') as segment from wide as w cross join filled as f where f.type
  union all
  select w.id, 'sector' as dimension, coalesce(w.sector, '(unknown)') as segment from wide as w cross join filled as f where f.sector
  union all
  select w.id, 'trade' as dimension, coalesce(w.trade, '(unknown)') as segment from wide as w cross join filled as f where f.trade
  union all
  select w.id, 'size' as dimension, coalesce(w.size, '(unknown)') as segment from wide as w cross join filled as f where f.size
  union all
  select w.id, 'region' as dimension, coalesce(w.region, '(unknown)') as segment from wide as w cross join filled as f where f.region
  union all
  select w.id, 'country' as dimension, coalesce(w.country, '(unknown)') as segment from wide as w cross join filled as f where f.country
  union all
  select w.id, 'channel' as dimension, coalesce(w.channel, '(unknown)') as segment from wide as w cross join filled as f where f.channel
  union all
  select w.id, 'owner' as dimension, coalesce(w.owner, '(unknown)') as segment from wide as w cross join filled as f where f.owner
  union all
  select w.id, 'manager' as dimension, coalesce(w.manager, '(unknown)') as segment from wide as w cross join filled as f where f.manager
  union all
  select w.id, 'team' as dimension, coalesce(w.team, '(unknown)') as segment from wide as w cross join filled as f where f.team
  union all
  select w.id, 'product' as dimension, coalesce(w.product, '(unknown)') as segment from wide as w cross join filled as f where f.product
  union all
  select w.id, 'family' as dimension, coalesce(w.family, '(unknown)') as segment from wide as w cross join filled as f where f.family
  union all
  select w.id, 'rfm' as dimension, coalesce(w.rfm, '(unknown)') as segment from wide as w cross join filled as f where f.rfm
  union all
  select w.id, 'quadrant' as dimension, coalesce(w.quadrant, '(unknown)') as segment from wide as w cross join filled as f where f.quadrant
  union all
  select w.id, 'order_kind' as dimension, coalesce(w.order_kind, '(unknown)') as segment from wide as w cross join filled as f where f.order_kind
  union all
  select f.id, d.dimension, coalesce(s.segment, '(unknown)')
  from query_table(facts) as f
  cross join core.own_dimensions as d
  left join core.own_segments as s on s.account_id = f.account_id and s.dimension = d.dimension
  union all
  -- An account of several tags counts under each: these segments overlap and add up to more than the whole.
  select w.id, 'tag', coalesce(t.tag, '(unknown)')
  from wide as w left join core.account_tags as t on t.account_id = w.account_id
  where exists (from core.account_tags)
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
