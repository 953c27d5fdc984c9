-- grain: one stretch of time under contract, renewals within 31 days counted as no break
-- key: account_id, started_at
-- A contract without an end runs on. An end that is less than 31 days old may still be renewed.
with term as (
  select account_id, started_at, coalesce(ends_at, date '9999-12-31') as ends_at from core.contracts
  where account_id is not null and coalesce(ends_at, started_at) >= started_at),
placed as (
  select *, max(ends_at) over (partition by account_id order by started_at, ends_at rows between unbounded preceding and 1 preceding) as covered_to from term),
numbered as (
  select *, count(*) filter (where covered_to is null or started_at - covered_to > 31)
    over (partition by account_id order by started_at, ends_at rows unbounded preceding) as spell from placed),
spell as (
  select account_id, min(started_at) as started_at, max(ends_at) as ends_at from numbered group by account_id, spell)
select s.account_id, s.started_at, nullif(s.ends_at, date '9999-12-31') as ends_at,
  case when s.ends_at <= r.as_of - 31 then s.ends_at + 1 end as lost_at,
  s.ends_at <= r.as_of and s.ends_at > r.as_of - 31 as is_undecided,
  lead(s.started_at) over (partition by s.account_id order by s.started_at) as back_at
from spell as s cross join core.run as r
