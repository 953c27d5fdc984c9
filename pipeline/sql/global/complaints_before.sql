-- grain: one complaint of the year before its customer was lost, or before the as-of date where it stayed
-- key: complaint_id
select p.complaint_id, p.account_id, coalesce(p.reason, '(unknown)') as cause, c.lost_at is not null as is_lost
from core.complaints as p
join marts.customers as c on c.account_id = p.account_id
cross join core.run as r
where p.made_at <= coalesce(c.lost_at, r.as_of) and p.made_at > coalesce(c.lost_at, r.as_of) - 365
