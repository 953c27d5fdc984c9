-- grain: one lead detected up to the as-of date
-- key: lead_id
select
  coalesce(l.id, l._file || '#' || l._row) as lead_id, a.id as account_id, l.channel, l.campaign, l.detected_at, l.detected_moment,
  case when l.converted_at <= r.as_of then l.converted_at end as converted_at, l.source, l._file, l._row
from staging.leads as l
cross join core.run as r
left join core.account_links as a
  on a.mentioned_id is not distinct from l.account_id and a.mentioned_name is not distinct from l.account_name
where l.detected_at <= r.as_of
