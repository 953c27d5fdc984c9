-- grain: one customer at a cutoff whose horizon is over; only facts after the cutoff
-- key: account_id, cutoff
-- shards: per_customer.churn_features
select
  f.account_id, f.cutoff,
  min(d.sold_at) is null or min(d.sold_at) > f.cutoff + any_value(h.learnt_days) as churned,
  (min(d.sold_at) - f.cutoff)::int as next_days
from per_customer.churn_features as f
join core.cutoffs as c on c.cutoff = f.cutoff and c.is_labelled
cross join core.horizon as h
left join per_customer.order_days as d on d.account_id = f.account_id and d.sold_at > f.cutoff
group by f.account_id, f.cutoff
