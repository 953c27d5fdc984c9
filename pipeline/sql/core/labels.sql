-- grain: one segment of a dimension, by the number that facts carry: above zero where it is known, below where it is not, zero for the whole base
-- key: label
with dimension as (
  select unnest(['type', 'sector', 'trade', 'size', 'region', 'country', 'channel', 'owner', 'manager', 'team', 'product', 'family', 'rfm', 'quadrant', 'order_kind', 'tag']) as dimension
  union all
  select dimension from core.own_dimensions),
named as (
  select 'type' as dimension, type as segment from core.accounts
  union
  select 'sector', sector from core.accounts
  union
  select 'trade', trade from core.accounts
  union
  select 'size', size from core.accounts
  union
  select 'region', region from core.accounts
  union
  select 'country', country from core.accounts
  union
  select 'channel', channel from core.accounts
  union
  select 'channel', channel from core.leads
  union
  select 'channel', channel from core.opportunities
  union
  select 'owner', name from core.owners
  union
  select 'manager', manager from core.owners
  union
  select 'team', team from core.owners
  union
  select 'product', name from core.products
  union
  select 'family', family from core.products
  union
  select 'rfm', rfm from marts.customer_rfm
  union
  select 'quadrant', quadrant from marts.customer_potential
  union
  select 'order_kind', kind from core.sales
  union
  select dimension, segment from core.own_segments
  union
  select 'tag', tag from core.account_tags)
select row_number() over (order by dimension, segment)::int as label, dimension, segment from named where segment <> '(unknown)'
union all
select -row_number() over (order by dimension)::int, dimension, '(unknown)' from dimension
union all
select 0, 'all', 'all'
