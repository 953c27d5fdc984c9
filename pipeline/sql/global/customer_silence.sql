-- grain: one customer with at least two gaps between orders: how long it may stay silent
-- key: account_id
with own as (
  select *, squares_about_mean(gaps, log_gaps, log_gaps_sq) as squares from per_customer.rhythm where gaps >= 2),
base as (
  select ratio(sum(squares), sum(gaps - 1)) as variance from own)
select o.account_id, round(silence_limit(o.gaps, o.log_gaps, o.squares, b.variance), 2) as silence_limit
from own as o cross join base as b
