-- grain: one row; how far ahead the models look: a quarter of the history in whole months, from one month to twelve
-- key: as_of
select
  as_of, data_from,
  greatest(least((as_of - data_from) // 4 // 30 * 30, 360), 30)::int as horizon_days
from core.run
