-- grain: one customer that has bought by a cutoff, active or not; only facts up to the cutoff
-- key: account_id, cutoff
-- shards: per_customer.panel, core.sales
-- amounts are margins where every sale has a cost, else revenue
with days as (
  select
    account_id, sold_at,
    sum(case when c.is_costed then amount - cost else amount end) as amount
  from core.sales cross join core.coverage as c where amount > 0 and account_id is not null
  group by account_id, sold_at)
select
  d.account_id, p.cutoff,
  count(*)::int - 1 as repeat_days, (max(d.sold_at) - min(d.sold_at))::int as last_age, (p.cutoff - min(d.sold_at))::int as age,
  sum(d.amount)::double precision as amount,
  coalesce(sum(d.amount) filter (where p.cutoff - d.sold_at < p.horizon_days), 0)::double precision as amount_recent
from days as d
join per_customer.panel as p on p.account_id = d.account_id and d.sold_at <= p.cutoff
group by d.account_id, p.cutoff
