-- grain: one owner by the number that the page's facts hold; 0 stands for facts without an owner
-- key: owner
select row_number() over (order by owner_id) as owner, owner_id, name, manager, team from core.owners
union all
select 0, '(unknown)', null, null, null
