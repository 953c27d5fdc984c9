-- grain: one action of the plan, as known at the as-of date
-- key: action_id
-- What was done after the as-of date was still to do on it.
with told as (
  select *, case when action_state(status) = 'cancelled' then 'cancelled' when done_at is not null or is_done or action_state(status) = 'done' then 'done' else 'open' end as told_state
  from staging.actions)
select
  coalesce(t.id, t._file || '#' || t._row) as action_id, t.name, a.id as account_id, coalesce(w.id, '(unknown)') as owner_id, t.created_at, t.due_at,
  case when t.told_state = 'done' and t.done_at <= r.as_of then t.done_at end as done_at,
  case when t.told_state = 'done' and t.done_at > r.as_of then 'open' else t.told_state end as state, t.status, t.source, t._file, t._row
from told as t
cross join core.run as r
left join core.account_links as a
  on a.mentioned_id is not distinct from t.account_id and a.mentioned_name is not distinct from t.account_name
left join core.owner_links as w
  on w.mentioned_id is not distinct from t.owner_id and w.mentioned_name is not distinct from t.owner_name
where t.created_at is null or t.created_at <= r.as_of
