-- grain: one order that has lines of its own, and what is counted: its lines, itself shared out among them, or itself
-- key: order_id
-- Its lines, where it has no amount of its own or they add up to it to the cent a line. Shared out, where it is one row, and its lines all have an amount, none against the others.
with summed as (
  select order_id, count(*) as lines, sum(amount) as of_lines, count(*) = count(amount) and (min(amount) >= 0 or max(amount) <= 0) and sum(amount) <> 0 as can_share,
    count(coalesce(cost, amount - profit)) as costed, count(*) = count(coalesce(cost, amount - profit)) and min(coalesce(cost, amount - profit)) >= 0 and sum(coalesce(cost, amount - profit)) > 0 as costs_share
  from core.priced_lines group by order_id),
whole as (
  select s.*, count(*) as "rows", sum(o.amount) as amount, sum(coalesce(o.cost, o.amount - o.profit)) as cost
  from summed as s join core.order_rows as o on o.id = s.order_id group by all)
select order_id, amount, cost,
  case
    when amount is null or abs(amount - of_lines) <= 0.01 * lines then 'lines'
    when can_share and "rows" = 1 then 'shares'
    else 'order' end as counted,
  counted = 'shares' or (counted = 'lines' and costed = 0 and can_share and "rows" = 1) as shares_cost, costs_share
from whole
