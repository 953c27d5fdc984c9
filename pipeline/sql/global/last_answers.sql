-- grain: one customer's last answer while it was one, and whether it was lost after it
-- key: account_id
select distinct on (s.account_id) s.account_id, s.survey_id, s.score, s.answered_at, c.lost_at is not null as is_lost,
  case when s.score >= 9 then 'promoter' when s.score <= 6 then 'detractor' else 'passive' end as answer
from core.surveys as s
join marts.customers as c on c.account_id = s.account_id
where s.score is not null and s.answered_at <= coalesce(c.lost_at, s.answered_at)
order by s.account_id, s.answered_at desc, s.survey_id desc
