-- grain: one complaint made up to the as-of date
-- key: complaint_id
select coalesce(c.id, c._file || '#' || c._row) as complaint_id, coalesce(a.id, o.account_id) as account_id, c.reason, c.made_at,
  case when c.resolved_at <= r.as_of then c.resolved_at end as resolved_at, c.cost, c.source, c._file, c._row
from staging.complaints as c
cross join core.run as r
left join core.account_links as a
  on a.mentioned_id is not distinct from c.account_id and a.mentioned_name is not distinct from c.account_name
left join core.order_accounts as o on o.order_id = c.order_id
where c.made_at <= r.as_of
