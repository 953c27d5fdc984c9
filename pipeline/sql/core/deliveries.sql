-- grain: one order above zero that names a day it was promised for: the day the last of it came, and how late that was
-- key: sale_id
-- An order is delivered once all its lines are. Late: delivered after the day, or not delivered though the day is over.
-- One that came before it was placed, though promised for later, tells neither (an invoice may be younger than its delivery, but then its promise is too).
with shipped as (
  select order_id, max(promised_at) as promised_at, case when count(delivered_at) = count(*) then max(delivered_at) end as delivered_at
  from core.orders where promised_at is not null group by order_id),
placed as (
  select s.sale_id, s.account_id, s.owner_id, d.promised_at, d.delivered_at, coalesce(d.delivered_at < s.sold_at and d.promised_at >= s.sold_at, false) as is_impossible
  from core.sales as s
  join shipped as d on d.order_id = s.sale_id
  where s.amount > 0)
select p.sale_id, p.account_id, p.owner_id, p.promised_at, p.delivered_at,
  case when not p.is_impossible then p.delivered_at - p.promised_at end as days_late,
  case when not p.is_impossible then coalesce(p.delivered_at, r.as_of) > p.promised_at end as is_late
from placed as p
cross join core.run as r
