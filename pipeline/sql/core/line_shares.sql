-- grain: one line of an order that its lines do not add up to: its share of the order's amount and cost
-- key: _file, _row
with share as (
  select * from shared_out('core.line_weights'))
select _file, _row, max(share) filter (where measure = 'amount') as amount, max(share) filter (where measure = 'cost') as cost
from share group by _file, _row
-- reads core.line_weights through the macro
