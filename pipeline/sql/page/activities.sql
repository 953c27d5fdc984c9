-- grain: one activity, in numbers
-- key: position
-- flags: 1 a call, 2 that reached, 4 that does not tell, 8 an e-mail, 16 a visit, 32 a meeting with a prospect, 64 with a customer, 128 before the first order
select row_number() over (order by c.account, t.acted_at, t.activity_id) as position,
  c.account, page_day(t.acted_at, r.first_day) as day, c.owner, page_amount(t.minutes) as minutes,
  case t.kind
    when 'call' then 1 + case when t.reached then 2 when t.reached is null then 4 else 0 end
    when 'email' then 8
    when 'visit' then 16
    when 'meeting' then case when p.activity_id is not null then 32 else 64 end
    else 0
  end + case when p.activity_id is not null then 128 else 0 end as flags
from core.activities as t
cross join page.run as r
join coded('core.activity_facts') as c on c.id = t.activity_id
left join core.prospecting as p on p.activity_id = t.activity_id
-- reads core.activity_facts, core.accounts, page.accounts, page.owners, page.products, page.channels, page.kinds through the macro
