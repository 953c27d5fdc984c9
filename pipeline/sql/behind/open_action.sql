-- label_en: actions of the plan that are open at the as-of date
-- label_fr: actions du plan ouvertes à la date d’arrêté
select g.dimension, g.segment, null::date as day, f.action_id as id, coalesce(a.name, f.account_id) as account, o.name as owner, f.name as action, f.due_at, f.due_at < r.as_of as is_overdue
from core.actions as f
cross join core.run as r
join core.action_segments as g on g.id = f.action_id
left join core.accounts as a on a.account_id = f.account_id
left join core.owners as o on o.owner_id = f.owner_id
where f.state = 'open'
