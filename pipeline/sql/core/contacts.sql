-- grain: one person at an account; consent is what they gave and did not take back
-- key: contact_id
select
  coalesce(c.id, c._file || '#' || c._row) as contact_id, a.id as account_id,
  coalesce(c.name, nullif(concat_ws(' ', c.first_name, c.last_name), '')) as name, c.first_name, c.last_name, c.email, c.phone, c.job_title,
  coalesce(w.id, '(unknown)') as owner_id, case when c.opted_out then false else coalesce(c.consent, not c.opted_out) end as consent,
  c.created_at, c.source, c._file, c._row
from staging.contacts as c
cross join core.run as r
left join core.account_links as a
  on a.mentioned_id is not distinct from c.account_id and a.mentioned_name is not distinct from c.account_name
left join core.owner_links as w
  on w.mentioned_id is not distinct from c.owner_id and w.mentioned_name is not distinct from c.owner_name
where c.created_at is null or c.created_at <= r.as_of
