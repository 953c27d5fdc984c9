-- grain: one owner (salesperson), listed or only mentioned
-- key: owner_id
with last_row as (
  select * from staging.owners
  qualify row_number() over (partition by coalesce(id, name) order by _file desc, _row desc) = 1)
select e.id as owner_id, e.name, o.team, o.manager, o.hourly_cost, o.hired_at, o.source, o._file, o._row
from listed_and_mentioned('core.listed_owners', 'core.owner_links') as e
left join last_row as o on coalesce(o.id, o.name) = e.id and e.is_listed
