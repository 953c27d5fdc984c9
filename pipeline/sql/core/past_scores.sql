-- grain: one customer that an earlier run scored, at each date of which something is still to be learnt
-- key: account_id, as_of
-- Compared are the scores of the latest date whose horizon is over, or of the latest date of all while none is; those not over yet wait for later runs.
with earlier as (
  select f.*, f.as_of + f.horizon_days <= r.as_of as is_over, r.as_of as today
  from former_scores as f cross join core.run as r
  where f.as_of < r.as_of and f.account_id not in (select account_id from core.account_merges)),
chosen as (
  select as_of from earlier group by as_of order by bool_or(is_over) desc, as_of desc limit 1)
select e.account_id, e.as_of, e.horizon_days, e.p_churn, e.p_top20, e.expected_amount, e.in_top20_now, e.future_2080,
  least(e.horizon_days, e.today - e.as_of)::int as elapsed_days, e.as_of = c.as_of as is_compared
from earlier as e cross join chosen as c
where e.as_of = c.as_of or not e.is_over
