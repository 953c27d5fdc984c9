-- grain: one row of a list of orders; of rows that repeat their order's whole amount the first bears it, of rows among which one bears it that one counts
-- key: _file, _row
-- as: view
-- A row without an amount of its own is worth its price times its quantity.
select o.* replace (coalesce(o.amount, line_worth(o.quantity, o.unit_price, o.discount)) as amount)
from staging.orders as o left join core.headed_orders as h on h._file = o._file and h.id = o.id
where o._file not in (select _file from core.repeated_totals) and (h.id is null or o.amount is not null)
union all by name
select * replace (case when row_number() over (partition by _file, id order by _row) = 1 then amount else 0 end as amount)
from staging.orders where _file in (select _file from core.repeated_totals) and id is not null
union all by name
select * from staging.orders where _file in (select _file from core.repeated_totals) and id is null
