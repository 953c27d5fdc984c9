-- grain: one customer and day with orders of a file that names discounts: what they would have come to without, and what of it was given
-- key: account_id, day
-- In such a file a blank is no discount; one of everything leaves no price to tell it from.
with named as (
  select _file from core.order_entries where discount is not null group by _file),
line as (
  select o.account_id, o.ordered_at as day, o.amount, coalesce(e.discount, 0) as rate
  from core.order_entries as e
  join named as n on n._file = e._file
  join core.orders as o on o._file = e._file and o._row = e._row
  where o.account_id is not null and o.amount > 0 and coalesce(e.discount, 0) < 1)
select account_id, day, sum(round(amount / (1 - rate), 4)::decimal(18, 4)) as listed, sum(round(amount / (1 - rate) * rate, 4)::decimal(18, 4)) as given
from line
group by account_id, day
