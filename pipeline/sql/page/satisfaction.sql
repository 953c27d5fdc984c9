-- grain: one complaint or one answer to a survey, in numbers
-- key: position
-- flags: 1 a complaint, 2 an answer, 4 a promoter, 8 a detractor, 16 an answer without a score that can be read
with event as (
  select account_id, made_at as day, 1 as flags, 0::decimal(18, 4) as score, complaint_id as id from core.complaints
  union all
  select account_id, answered_at,
    case when score is null then 16 when score >= 9 then 6 when score <= 6 then 10 else 2 end, coalesce(score, 0), survey_id
  from core.surveys)
select row_number() over (order by a.account, e.day, e.flags, e.id) as position,
  a.account, case when e.day >= n.counted_from then page_day(e.day, r.first_day) else -2 end as day, e.flags, page_amount(e.score) as score
from event as e
cross join page.run as r
cross join core.run as n
join page.accounts as a on a.account_id is not distinct from e.account_id
