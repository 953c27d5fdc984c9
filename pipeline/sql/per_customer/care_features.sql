-- grain: one customer at a cutoff that has complained or answered a survey by then; only facts up to the cutoff
-- key: account_id, cutoff
-- shards: per_customer.panel, core.complaints, core.surveys
with fact as (
  select account_id, made_at as day, resolved_at, null::double precision as score from core.complaints where account_id is not null
  union all
  select account_id, answered_at, null, score::double precision from core.surveys where account_id is not null),
known as (
  select p.account_id, p.cutoff, f.day, f.score, f.resolved_at, p.learnt_days,
    max(case when f.score is not null then f.day end) over (partition by p.account_id, p.cutoff) as last_answer,
    min(case when f.score is not null then f.day end) over (partition by p.account_id, p.cutoff) as first_answer
  from per_customer.panel as p join fact as f on f.account_id = p.account_id and f.day <= p.cutoff)
select
  account_id, cutoff,
  count(*) filter (where score is null) as complaints,
  count(*) filter (where score is null and cutoff - day < learnt_days) as complaints_recent,
  count(*) filter (where score is null and (resolved_at is null or resolved_at > cutoff)) as complaints_open,
  max(score) filter (where day = last_answer) as satisfaction,
  case when max(last_answer) > max(first_answer) then max(score) filter (where day = last_answer) - max(score) filter (where day = first_answer) end as satisfaction_change
from known
group by account_id, cutoff
