-- grain: one customer at a cutoff whose horizon is over; only facts after the cutoff
-- key: account_id, cutoff
-- shards: per_customer.churn_features
-- Who is under contract leaves when it ends and is not taken up again within the horizon, whoever is not when it orders no more; no row where an end may
-- still be renewed.
with under_contract as (
  select f.account_id, f.cutoff,
    s.lost_at is not null and s.ends_at <= f.cutoff + h.learnt_days and coalesce(s.back_at > f.cutoff + h.learnt_days, true) as has_left,
    s.is_undecided and s.ends_at <= f.cutoff + h.learnt_days as is_undecided
  from per_customer.churn_features as f
  cross join core.horizon as h
  join per_customer.contract_spells as s on s.account_id = f.account_id and s.started_at <= f.cutoff and (s.ends_at is null or s.ends_at > f.cutoff)
  where f.contracts_running > 0)
select
  f.account_id, f.cutoff,
  coalesce(any_value(u.has_left), min(d.sold_at) is null or min(d.sold_at) > f.cutoff + any_value(h.learnt_days)) as churned,
  (min(d.sold_at) - f.cutoff)::int as next_days
from per_customer.churn_features as f
join core.cutoffs as c on c.cutoff = f.cutoff and c.is_labelled
cross join core.horizon as h
left join per_customer.order_days as d on d.account_id = f.account_id and d.sold_at > f.cutoff
left join under_contract as u on u.account_id = f.account_id and u.cutoff = f.cutoff
group by f.account_id, f.cutoff
having not coalesce(bool_or(u.is_undecided), false)
