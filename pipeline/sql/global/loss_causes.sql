-- grain: one thing recorded before a customer was lost, and how often it also happened to customers that stayed (an association, not a proof)
-- key: cause
with outcome as (
  select c.account_id, c.lost_at is not null as is_lost, coalesce(c.lost_at, r.as_of) as until from marts.customers as c cross join core.run as r),
complained as (
  select distinct o.account_id, coalesce(p.reason, '(unknown)') as cause
  from outcome as o join core.complaints as p on p.account_id = o.account_id and p.made_at <= o.until and p.made_at > o.until - 365),
counted as (
  select k.cause, count(*) filter (where o.is_lost and p.account_id is not null) as lost_with, count(*) filter (where o.is_lost) as lost,
    count(*) filter (where not o.is_lost and p.account_id is not null) as kept_with, count(*) filter (where not o.is_lost) as kept
  from (select distinct cause from complained) as k
  cross join outcome as o
  left join complained as p on p.account_id = o.account_id and p.cause = k.cause
  group by k.cause)
select *, ratio(lost_with, lost) as share_of_lost, ratio(kept_with, kept) as share_of_kept,
  wilson_low(lost_with, lost) > wilson_high(kept_with, kept) as is_more_than_noise
from counted
