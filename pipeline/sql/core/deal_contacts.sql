-- grain: one closed opportunity and the contacts with its account from detection to its end
-- key: opportunity_id
with closed as (
  select o.opportunity_id, o.account_id, o.owner_id, o.outcome, o.closed_at,
    case when l.detected_at <= o.created_at
      and not exists (from core.opportunities as e where e.account_id = o.account_id and e.closed_at >= l.detected_at and e.closed_at <= o.created_at)
      then l.detected_at else o.created_at end as detected_at
  from core.opportunities as o
  left join core.first_leads as l on l.account_id = o.account_id
  where o.outcome <> 'open' and o.closed_at >= o.created_at and o.account_id is not null)
select c.opportunity_id, c.owner_id, c.outcome, c.closed_at, count(t.activity_id) as contacts
from closed as c
left join core.activities as t on t.account_id = c.account_id and t.acted_at between c.detected_at and c.closed_at
group by all
