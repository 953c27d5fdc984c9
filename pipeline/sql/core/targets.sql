-- grain: one target for one month
-- key: _file, _row
select date_trunc('month', t.month)::date as month, w.id as owner_id, o.name as owner, coalesce(t.team, o.team) as team, o.manager,
  target_metric(t.metric) as metric,
  t.value, t.source, t._file, t._row
from staging.targets as t
left join core.owner_links as w
  on w.mentioned_id is not distinct from t.owner_id and w.mentioned_name is not distinct from t.owner_name
left join core.owners as o on o.owner_id = w.id
