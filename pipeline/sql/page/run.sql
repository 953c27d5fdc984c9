-- grain: one row: the days by which the page counts, from the first day of the first month
-- key: first_day
select first_day, (r.as_of - first_day)::int as as_of, (r.ttm_start - first_day)::int as ttm_start, (r.counted_from - first_day)::int as counted_from,
  (date_trunc('month', r.data_from)::date - first_day)::int as data_from, r.as_of as as_of_date
from core.run as r cross join lateral (select date_trunc('month', r.counted_from)::date as first_day) as f
where r.counted_from is not null
