-- grain: one complaint made up to the as-of date
-- key: complaint_id
select coalesce(c.id, c._file || '#' || c._row) as complaint_id, a.id as account_id, c.reason, c.made_at,
  case when c.resolved_at <= r.as_of then c.resolved_at end as resolved_at, c.source, c._file, c._row
from staging.complaints as c
cross join core.run as r
left join core.account_links as a
  on a.mentioned_id is not distinct from c.account_id and a.mentioned_name is not distinct from c.account_name
where c.made_at <= r.as_of
