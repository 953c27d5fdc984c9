-- grain: one lead and what followed: an opportunity within so many days, the first contact
-- key: lead_id
with followed as (
  select l.lead_id, min(o.created_at) as opportunity_at
  from core.leads as l join core.opportunities as o on o.account_id = l.account_id and o.created_at >= l.detected_at
  group by l.lead_id),
contacted as (
  select l.lead_id, min(t.acted_at) as contacted_at, min(seconds_between(l.detected_at, l.detected_moment, t.acted_at, t.acted_moment)) as seconds_waited
  from core.leads as l
  join core.activities as t on t.account_id = l.account_id and seconds_between(l.detected_at, l.detected_moment, t.acted_at, t.acted_moment) >= 0
  group by l.lead_id)
select l.lead_id, l.detected_at, c.contacted_at, c.seconds_waited,
  least(f.opportunity_at, l.converted_at) <= l.detected_at + r.conversion_days as is_converted,
  l.detected_at + r.conversion_days <= r.as_of as is_mature
from core.leads as l
cross join core.run as r
left join followed as f on f.lead_id = l.lead_id
left join contacted as c on c.lead_id = l.lead_id
