-- grain: one of the dozen most frequent reasons for losing opportunities, by the number that the page's facts hold; 0 stands for all else
-- key: reason
select row_number() over (order by lost desc, reason) as reason, reason as name
from marts.loss_reasons where reason <> '(unknown)'
qualify row_number() over (order by lost desc, reason) <= 12
union all
select 0, null
