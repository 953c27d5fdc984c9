-- grain: one customer at a cutoff by which it has bought; of a large base, a sample of it at past cutoffs
-- key: account_id, cutoff
with buyer as (
  select account_id, min(sold_at) as first_order from per_customer.order_days group by account_id),
sampling as (
  select 1 + count(*) * (select count(*) from core.cutoffs) // 120000 as one_in from buyer)
select b.account_id, c.cutoff, c.is_labelled, b.first_order, h.learnt_days, h.horizon_days
from buyer as b
join core.cutoffs as c on c.cutoff >= b.first_order
cross join core.horizon as h
cross join sampling as s
where not c.is_labelled or hash(b.account_id) % s.one_in = 0
