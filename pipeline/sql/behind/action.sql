-- label_en: actions of the plan, by the day that they are due
-- label_fr: actions du plan, par échéance
select g.dimension, g.segment, f.due_at as day, f.action_id as id, coalesce(a.name, f.account_id) as account, o.name as owner, f.name as action, f.state, f.done_at,
  f.state <> 'cancelled' and f.due_at <= r.as_of as is_planned,
  f.state <> 'cancelled' and (f.done_at is not null or f.state = 'open' and f.due_at < r.as_of) and f.due_at <= r.as_of as is_judged
from core.actions as f
cross join core.run as r
join core.action_segments as g on g.id = f.action_id
left join core.accounts as a on a.account_id = f.account_id
left join core.owners as o on o.owner_id = f.owner_id
