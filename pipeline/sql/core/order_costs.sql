-- grain: one sale that says what its delivery cost, or the commission paid on it
-- key: order_id
-- A cost that stands alike on several lines of an order is the order's, and counts once. Where deals are the sales, the commission is theirs.
select o.order_id, min(o.account_id) as account_id, min(o.ordered_at) as ordered_at, cost_of_lines(e.delivery_cost) as delivery_cost, cost_of_lines(e.commission) as commission
from core.orders as o join core.order_entries as e on e._file = o._file and e._row = o._row
where e.delivery_cost is not null or e.commission is not null
group by o.order_id
union all
select o.opportunity_id, o.account_id, o.closed_at, null, o.commission
from core.opportunities as o cross join core.run as r
where r.sales_basis = 'won_opportunities' and o.outcome = 'won' and o.closed_at is not null and o.commission is not null
