-- grain: one call, e-mail, meeting or visit up to the as-of date
-- key: activity_id
select
  coalesce(t.id, t._file || '#' || t._row) as activity_id, a.id as account_id, t.opportunity_id, coalesce(w.id, '(unknown)') as owner_id,
  activity_kind(t.kind) as kind, t.acted_at, t.acted_moment, t.reached, case when t.minutes >= 0 then t.minutes end::decimal(18, 4) as minutes, t.source, t._file, t._row
from staging.activities as t
cross join core.run as r
left join core.account_links as a
  on a.mentioned_id is not distinct from t.account_id and a.mentioned_name is not distinct from t.account_name
left join core.owner_links as w
  on w.mentioned_id is not distinct from t.owner_id and w.mentioned_name is not distinct from t.owner_name
where t.acted_at <= r.as_of
