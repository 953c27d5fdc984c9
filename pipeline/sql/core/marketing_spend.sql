-- grain: one amount spent on marketing up to the as-of date
-- key: _file, _row
select s.spent_at, s.channel, s.campaign, s.amount, s.source, s._file, s._row
from staging.marketing_spend as s cross join core.run as r
where s.spent_at <= r.as_of
