-- grain: one stretch of time as a customer, in numbers
-- key: account, started
-- ends: the day on which silence ends it, which may lie ahead; due: the month of that day, as parts.spell_periods counts
select a.account, page_day(s.started_at, r.first_day) as started, page_day(s.last_order, r.first_day) as last,
  page_day(s.due_at, r.first_day) as ends, page_day(s.back_at, r.first_day) as back, page_day(date_trunc('month', s.due_at)::date, r.first_day) as due,
  row_number() over (order by a.account, s.started_at) as position
from per_customer.spells as s
cross join page.run as r
join page.accounts as a on a.account_id = s.account_id
where s.factor = 1
