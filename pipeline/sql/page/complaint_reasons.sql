-- grain: one of the hundred most frequent reasons for complaints, by the number that the page's facts hold; 0 stands for all else
-- key: reason
with counted as (
  select coalesce(reason, '(unknown)') as name, count(*) as complaints from core.complaints group by all)
select row_number() over (order by complaints desc, name) as reason, name
from counted
qualify row_number() over (order by complaints desc, name) <= 100
union all
select 0, null
