-- What each fact counts under, one row per dimension that the exports fill; facts: (id, account_id, owner_id, product_id, channel).
create macro segments_of(facts) as table
  with described as (
    select
      f.id, a.type, a.sector, a.trade, a.size, a.region, a.country, coalesce(f.channel, a.channel) as channel,
      w.name as owner, w.manager, w.team, p.name as product, p.family
    from query_table(facts) as f
    left join core.accounts as a on a.account_id = f.account_id
    left join core.owners as w on w.owner_id = f.owner_id
    left join core.products as p on p.product_id = f.product_id),
  tall as (
    select id, dimension, segment
    from described unpivot include nulls (
      segment for dimension in (type, sector, trade, size, region, country, channel, owner, manager, team, product, family)))
  select id, dimension, coalesce(segment, '(unknown)') as segment from tall
  where dimension in (select dimension from tall group by dimension having count(segment) > 0)
  union all
  select id, 'all', 'all' from query_table(facts);
