-- grain: one level of the last answer that a customer gave while it was one, and how many were lost after it (an association, not a proof)
-- key: answer
with last_answer as (
  select distinct on (s.account_id) s.account_id, s.score, c.lost_at is not null as is_lost
  from core.surveys as s
  join marts.customers as c on c.account_id = s.account_id
  where s.score is not null and s.answered_at <= coalesce(c.lost_at, s.answered_at)
  order by s.account_id, s.answered_at desc, s.survey_id desc)
select case when score >= 9 then 'promoter' when score <= 6 then 'detractor' else 'passive' end as answer,
  count(*) as customers, count(*) filter (where is_lost) as lost, ratio(count(*) filter (where is_lost), count(*)) as share_lost,
  wilson_low(count(*) filter (where is_lost), count(*)) as low, wilson_high(count(*) filter (where is_lost), count(*)) as high
from last_answer
group by answer
