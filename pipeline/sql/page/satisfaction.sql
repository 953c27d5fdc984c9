-- grain: one complaint or one answer to a survey, in numbers
-- key: position
-- flags: 1 a complaint, 2 an answer, 4 a promoter, 8 a detractor, 16 an answer without a score that can be read, 32 a complaint of the year before its customer's loss or the as-of date,
-- 64 a customer's last answer while it was one, 128 a complaint that was settled; reason: why they complain
with event as (
  select p.account_id, p.made_at as day, 1 as kind, 0::decimal(18, 4) as score, p.complaint_id as id,
    case when b.complaint_id is not null then 32 else 0 end + case when p.resolved_at is not null then 128 else 0 end as more, coalesce(w.reason, 0) as reason
  from core.complaints as p
  left join marts.complaints_before as b on b.complaint_id = p.complaint_id
  left join page.complaint_reasons as w on w.name = coalesce(p.reason, '(unknown)')
  union all
  select s.account_id, s.answered_at,
    case when s.score is null then 16 when s.score >= 9 then 6 when s.score <= 6 then 10 else 2 end, coalesce(s.score, 0), s.survey_id,
    case when l.survey_id is not null then 64 else 0 end, 0
  from core.surveys as s
  left join marts.last_answers as l on l.survey_id = s.survey_id)
select row_number() over (order by a.account, e.day, e.kind, e.id) as position,
  a.account, case when e.day >= n.counted_from then page_day(e.day, r.first_day) else -2 end as day, (e.kind + e.more)::int as flags, page_amount(e.score) as score, e.reason
from event as e
cross join page.run as r
cross join core.run as n
join page.accounts as a on a.account_id is not distinct from e.account_id
