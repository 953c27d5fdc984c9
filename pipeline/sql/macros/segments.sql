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

create macro present(labels) as list_filter(labels, lambda l: l is not null);

-- The labels (core.labels) that each fact counts under, as lists: of its account, of its owner, of its channel and kind, and of its product. A row for each would be the
-- largest table of all. A dimension that no fact fills is left out. The account's and owner's numbers are 0 where there is none.
create macro labelled(facts) as table
  with filled as materialized (
    select a.*, w.*, p.*, f.*
    from (
      select max(type) > 0 as type, max(sector) > 0 as sector, max(trade) > 0 as trade, max(size) > 0 as size, max(region) > 0 as region, max(country) > 0 as country, max(channel) > 0 as channel, max(rfm) > 0 as rfm, max(quadrant) > 0 as quadrant
      from core.account_labels where account_id in (select account_id from query_table(facts))) as a
    cross join (
      select max(owner) > 0 as owner, max(manager) > 0 as manager, max(team) > 0 as team
      from core.owner_labels where owner_id in (select owner_id from query_table(facts))) as w
    cross join (
      select max(product) > 0 as product, max(family) > 0 as family
      from core.product_labels where product_id in (select product_id from query_table(facts))) as p
    cross join (
      select count(channel) > 0 as own_channel, count(kind) > 0 as kind from query_table(facts)) as f),
  account as materialized (
    select a.account_id, a.account, a.channel, [0] || present([case when f.type then a.type end, case when f.sector then a.sector end, case when f.trade then a.trade end, case when f.size then a.size end,
      case when f.region then a.region end, case when f.country then a.country end, case when f.channel and not f.own_channel then a.channel end,
      case when f.rfm then a.rfm end, case when f.quadrant then a.quadrant end]) || a.own as labels
    from core.account_labels as a cross join filled as f),
  owner as materialized (
    select w.owner_id, w.number, present([case when f.owner then w.owner end, case when f.manager then w.manager end, case when f.team then w.team end]) as labels
    from core.owner_labels as w cross join filled as f),
  product as materialized (
    select p.product_id, present([case when f.product then p.product end, case when f.family then p.family end]) as labels
    from core.product_labels as p cross join filled as f)
  select f.*, coalesce(a.account, 0) as account, coalesce(w.number, 0) as owner, coalesce(a.labels, n.labels) as account_labels, coalesce(w.labels, nw.labels) as owner_labels,
    case when i.own_channel then [coalesce(c.label, a.channel, n.channel)] else [] end || case when i.kind then [coalesce(k.label, nk.label)] else [] end as fact_labels,
    coalesce(p.labels, np.labels) as product_labels
  from query_table(facts) as f
  cross join filled as i
  left join account as a on a.account_id = f.account_id
  left join owner as w on w.owner_id = f.owner_id
  left join product as p on p.product_id = f.product_id
  left join core.labels as c on c.dimension = 'channel' and c.segment = f.channel
  left join core.labels as k on k.dimension = 'order_kind' and k.segment = f.kind
  cross join (select labels, channel from account where account_id is null) as n
  cross join (select labels from owner where owner_id is null) as nw
  cross join (select labels from product where product_id is null) as np
  cross join (select label from core.labels where dimension = 'order_kind' and segment = '(unknown)') as nk;

-- Each fact under each of its segments; facts: (id, labels).
create macro segments_of(facts) as table
  select f.id, l.dimension, l.segment
  from (select id, unnest(labels) as label from query_table(facts)) as f
  join core.labels as l on l.label = f.label;

-- The numbers by which the page knows what a fact counts under; 0 where it is not known. Other columns of the facts stay.
create macro coded(facts) as table
  with account as materialized (
    select p.account_id, p.account::int as account, c.channel::int as channel
    from page.accounts as p
    left join core.accounts as a on a.account_id = p.account_id
    left join page.channels as c on c.name = a.channel)
  select f.* exclude (account_id, owner_id, product_id, channel, kind), coalesce(a.account, 0) as account, coalesce(o.owner, 0)::int as owner, coalesce(p.product, 0)::int as product,
    coalesce(case when f.channel is null then a.channel else c.channel end, 0)::int as channel, coalesce(k.kind, 0)::int as kind
  from query_table(facts) as f
  left join account as a on a.account_id = f.account_id
  left join page.owners as o on o.owner_id = f.owner_id
  left join page.products as p on p.product_id = f.product_id
  left join page.channels as c on c.name = f.channel
  left join page.kinds as k on k.name = f.kind;
