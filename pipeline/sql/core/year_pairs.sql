-- grain: one finished period and the same days a year before, both inside the data
-- key: period, period_start
select p.period, p.period_start, p.period_end,
  (p.period_start - interval 12 month)::date as before_start, (p.period_end - interval 12 month)::date as before_end
from core.periods as p cross join core.run as r
where p.period in ('year', 'quarter', 'ttm') and p.period_end <= r.as_of + 1
  and p.period_start - interval 12 month >= date_trunc('month', r.data_from)
