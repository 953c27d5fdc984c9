-- grain: the sessions of one day and channel as one line of the exports has them, up to the as-of date
-- key: _file, _row
select s.day, s.channel, s.campaign, s.sessions, s.leads, s.source, s._file, s._row
from staging.web_sessions as s cross join core.run as r
where s.day <= r.as_of
