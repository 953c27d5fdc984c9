-- grain: one amount spent on marketing, in numbers
-- key: position
select row_number() over (order by m.spent_at, c.channel, g.campaign, m.amount, m._file, m._row) as position,
  coalesce(c.channel, 0) as channel, coalesce(g.campaign, 0) as campaign, page_day(m.spent_at, r.first_day) as day,
  later_day(m.spent_at + u.days, r.as_of_date, r.first_day) as later, page_amount(m.amount) as amount
from core.marketing_spend as m
cross join page.run as r
cross join core.usual_cycle as u
left join page.channels as c on c.name = m.channel
left join page.campaigns as g on g.name = m.campaign
