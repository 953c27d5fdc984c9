-- grain: one owner and the labels of its name, manager and team, and one that stands for facts without a known owner
-- key: owner_id
with owner as (
  select owner_id, name, manager, team from core.owners
  union all
  select null, null, null, null)
select o.owner_id, (row_number() over (order by o.owner_id nulls first) - 1)::int as number, n.label as owner, m.label as manager, t.label as team
from owner as o
join core.labels as n on n.dimension = 'owner' and n.segment = coalesce(o.name, '(unknown)')
join core.labels as m on m.dimension = 'manager' and m.segment = coalesce(o.manager, '(unknown)')
join core.labels as t on t.dimension = 'team' and t.segment = coalesce(o.team, '(unknown)')
