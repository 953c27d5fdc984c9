-- grain: one lead, in numbers
-- key: position
-- campaign: 0 where no money was spent on it; flags: 1 old enough to be judged, 2 and followed by an opportunity; waited: the seconds to the first contact, a day less than none where there was none, so that days have a common step
select row_number() over (order by c.account, l.detected_at, l.lead_id) as position,
  c.account, page_day(l.detected_at, r.first_day) as day, c.owner, c.channel,
  case when l.is_mature then 1 else 0 end + case when l.is_mature and l.is_converted then 2 else 0 end as flags,
  case when l.detected_at >= n.counted_from then coalesce(l.seconds_waited, -86400) else -86400 end as waited,
  coalesce(g.campaign, 0) as campaign
from core.lead_outcomes as l
cross join page.run as r
cross join core.run as n
join coded('core.lead_facts') as c on c.id = l.lead_id
join core.leads as d on d.lead_id = l.lead_id
left join page.campaigns as g on g.name = d.campaign
-- reads core.lead_facts, core.accounts, page.accounts, page.owners, page.products, page.channels, page.kinds through the macro
