-- grain: one line and what of its order is shared out: an amount by the lines' amounts, a cost by their costs, or by their amounts where not all are known
-- key: measure, _file, _row
select d.order_id, 'amount' as measure, l._file, l._row, d.amount as total, l.amount as weight
from core.detailed_orders as d join core.priced_lines as l on l.order_id = d.order_id
where d.counted = 'shares'
union all
select d.order_id, 'cost', l._file, l._row, d.cost, case when d.costs_share then coalesce(l.cost, l.amount - l.profit) else l.amount end
from core.detailed_orders as d join core.priced_lines as l on l.order_id = d.order_id
where d.shares_cost and d.cost is not null
