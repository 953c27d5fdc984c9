-- grain: one order above zero that names a day it was promised for: the day the last of it came, and how late that was
-- key: sale_id
-- An order is delivered once all its lines are. Late: delivered after the day, or not delivered though the day is over.
with shipped as (
  select order_id, max(promised_at) as promised_at, case when count(delivered_at) = count(*) then max(delivered_at) end as delivered_at
  from core.orders where promised_at is not null group by order_id)
select s.sale_id, s.account_id, s.owner_id, d.promised_at, d.delivered_at, d.delivered_at - d.promised_at as days_late,
  coalesce(d.delivered_at, r.as_of) > d.promised_at as is_late
from core.sales as s
cross join core.run as r
join shipped as d on d.order_id = s.sale_id
where s.amount > 0
