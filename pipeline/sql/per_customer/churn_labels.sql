-- grain: one customer at a cutoff whose horizon is over; only facts after the cutoff
-- key: account_id, cutoff
select
  f.account_id, f.cutoff,
  count(s.sale_id) = 0 as churned
from per_customer.churn_features as f
join core.cutoffs as c on c.cutoff = f.cutoff and c.is_labelled
cross join core.horizon as h
left join core.sales as s
  on s.account_id = f.account_id and s.amount > 0 and s.sold_at > f.cutoff and s.sold_at <= f.cutoff + h.learnt_days
group by f.account_id, f.cutoff
