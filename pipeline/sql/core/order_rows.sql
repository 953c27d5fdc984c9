-- grain: one row of a list of orders; of rows that repeat their order's whole amount the first bears it
-- key: _file, _row
-- as: view
select * from staging.orders where _file not in (select _file from core.repeated_totals)
union all by name
select * replace (case when row_number() over (partition by _file, id order by _row) = 1 then amount else 0 end as amount)
from staging.orders where _file in (select _file from core.repeated_totals) and id is not null
union all by name
select * from staging.orders where _file in (select _file from core.repeated_totals) and id is null
