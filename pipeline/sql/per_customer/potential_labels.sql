-- grain: one customer at a cutoff whose horizon is over; only facts after the cutoff
-- key: account_id, cutoff
-- shards: per_customer.churn_features, core.sales
-- amounts are margins where every sale has a cost, else revenue
select
  f.account_id, f.cutoff,
  coalesce(sum(case when v.is_costed then s.amount - s.cost else s.amount end), 0)::double precision as amount
from per_customer.churn_features as f
join core.cutoffs as c on c.cutoff = f.cutoff and c.is_labelled
cross join core.horizon as h
cross join core.coverage as v
left join core.sales as s
  on s.account_id = f.account_id and s.amount > 0 and s.sold_at > f.cutoff and s.sold_at <= f.cutoff + h.learnt_days
group by f.account_id, f.cutoff
