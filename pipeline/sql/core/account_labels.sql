-- grain: one account and the labels of its segments, and one that stands for facts without an account
-- key: account_id
-- account: its number, 0 for none.  own: those of dimensions of the person's own and of its tags; an account of several tags counts under each
with account as (
  select a.account_id, a.type, a.sector, a.trade, a.size, a.region, a.country, a.channel, r.rfm, q.quadrant
  from core.accounts as a
  left join marts.customer_rfm as r on r.account_id = a.account_id
  left join marts.customer_potential as q on q.account_id = a.account_id
  union all
  select null, null, null, null, null, null, null, null, null, null),
own as (
  select a.account_id, l.label
  from account as a
  cross join core.own_dimensions as d
  left join core.own_segments as s on s.account_id = a.account_id and s.dimension = d.dimension
  join core.labels as l on l.dimension = d.dimension and l.segment = coalesce(s.segment, '(unknown)')
  union all
  select a.account_id, l.label
  from account as a
  left join core.account_tags as t on t.account_id = a.account_id
  join core.labels as l on l.dimension = 'tag' and l.segment = coalesce(t.tag, '(unknown)')
  where exists (from core.account_tags)),
listed as (
  select account_id, list(label order by label) as labels from own group by account_id)
select a.account_id, (row_number() over (order by a.account_id nulls first) - 1)::int as account, y.label as type, s.label as sector, t.label as trade, z.label as size, g.label as region, c.label as country, h.label as channel,
  r.label as rfm, q.label as quadrant, coalesce(o.labels, []::int[]) as own
from account as a
join core.labels as y on y.dimension = 'type' and y.segment = coalesce(a.type, '(unknown)')
join core.labels as s on s.dimension = 'sector' and s.segment = coalesce(a.sector, '(unknown)')
join core.labels as t on t.dimension = 'trade' and t.segment = coalesce(a.trade, '(unknown)')
join core.labels as z on z.dimension = 'size' and z.segment = coalesce(a.size, '(unknown)')
join core.labels as g on g.dimension = 'region' and g.segment = coalesce(a.region, '(unknown)')
join core.labels as c on c.dimension = 'country' and c.segment = coalesce(a.country, '(unknown)')
join core.labels as h on h.dimension = 'channel' and h.segment = coalesce(a.channel, '(unknown)')
join core.labels as r on r.dimension = 'rfm' and r.segment = coalesce(a.rfm, '(unknown)')
join core.labels as q on q.dimension = 'quadrant' and q.segment = coalesce(a.quadrant, '(unknown)')
left join listed as o on o.account_id is not distinct from a.account_id
