-- grain: one owner (salesperson), listed or only mentioned
-- key: owner_id
select e.id as owner_id, e.name, o.team, coalesce(m.name, o.manager) as manager, o.hourly_cost, o.hired_at, o.source, o._file, o._row
from listed_and_mentioned('core.listed_owners', 'core.owner_links') as e
left join staging.owners as o on coalesce(o.id, o.name) = case when e.is_listed then e.id end
left join staging.owners as m on m.id = o.manager
