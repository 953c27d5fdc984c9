-- grain: one row; how far ahead the models look, and over how many days they learn
-- key: as_of
-- A quarter of the history in whole months, from one month to twelve, unless it was asked for; no longer a stretch can be learnt and then tested.
with quarter as (
  select as_of, data_from, greatest(least((as_of - data_from) // 4 // 30 * 30, 360), 30)::int as days from core.run)
select
  q.as_of, q.data_from, coalesce(a.horizon_days, q.days) as horizon_days,
  least(coalesce(a.horizon_days, q.days), greatest(q.days, (q.as_of - q.data_from) // 3))::int as learnt_days
from quarter as q cross join staging.arguments as a
