-- grain: one thing that happened on the way to a new customer, or what it cost in time and commission, in numbers
-- key: position
-- flags: 1 a new customer, 2 time or a commission, 4 a meeting, 8 a quote, 16 an opportunity, 32 time that nobody knows the cost of; later: the day to which the usual cycle moves a cost
select row_number() over (order by a.account, e.day, e.measure, e.amount) as position,
  a.account, page_day(e.day, r.first_day) as day,
  case e.measure when 'time' then later_day(e.day + u.days, r.as_of_date, r.first_day) when 'commission' then later_day(e.day, r.as_of_date, r.first_day) else -2 end as later,
  case when e.measure in ('time', 'commission') then page_amount(e.amount) else 0 end as amount,
  case e.measure when 'new_customers' then 1 when 'time' then 2 when 'commission' then 2 when 'meetings' then 4 when 'quotes' then 8 when 'opportunities' then 16 else 32 end as flags
from core.acquisition_events as e
cross join page.run as r
cross join core.usual_cycle as u
join page.accounts as a on a.account_id is not distinct from nullif(e.account_id, '(none)')
