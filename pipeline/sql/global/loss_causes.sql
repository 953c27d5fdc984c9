-- grain: one thing recorded before a customer was lost, and how often it also happened to customers that stayed (an association, not a proof)
-- key: cause
with counted as (
  select cause, count(distinct account_id) filter (where is_lost) as lost_with, count(distinct account_id) filter (where not is_lost) as kept_with
  from marts.complaints_before group by cause),
outcome as (
  select count(lost_at) as lost, count(*) - count(lost_at) as kept from marts.customers)
select c.cause, c.lost_with, o.lost, c.kept_with, o.kept, ratio(c.lost_with, o.lost) as share_of_lost, ratio(c.kept_with, o.kept) as share_of_kept,
  wilson_low(c.lost_with, o.lost) > wilson_high(c.kept_with, o.kept) as is_more_than_noise
from counted as c cross join outcome as o
