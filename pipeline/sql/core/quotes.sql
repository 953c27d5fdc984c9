-- grain: one quote sent up to the as-of date
-- key: quote_id
select
  coalesce(q.id, q._file || '#' || q._row) as quote_id, a.id as account_id, coalesce(w.id, '(unknown)') as owner_id, q.sent_at, q.amount, q.status, q.source, q._file, q._row
from staging.quotes as q
cross join core.run as r
left join core.account_links as a
  on a.mentioned_id is not distinct from q.account_id and a.mentioned_name is not distinct from q.account_name
left join core.owner_links as w
  on w.mentioned_id is not distinct from q.owner_id and w.mentioned_name is not distinct from q.owner_name
where q.sent_at <= r.as_of
