-- grain: one contract or subscription begun up to the as-of date
-- key: contract_id
select
  coalesce(c.id, c._file || '#' || c._row) as contract_id, a.id as account_id, coalesce(w.id, '(unknown)') as owner_id, p.id as product_id,
  c.status, c.started_at, c.ends_at, c.amount, c.source, c._file, c._row
from staging.contracts as c
cross join core.run as r
left join core.account_links as a
  on a.mentioned_id is not distinct from c.account_id and a.mentioned_name is not distinct from c.account_name
left join core.owner_links as w
  on w.mentioned_id is not distinct from c.owner_id and w.mentioned_name is not distinct from c.owner_name
left join core.product_links as p
  on p.mentioned_id is not distinct from c.product_id and p.mentioned_name is not distinct from c.product_name
where c.started_at <= r.as_of
