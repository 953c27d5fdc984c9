-- grain: one customer that has bought by a cutoff, active or not; only facts up to the cutoff
-- key: account_id, cutoff
-- amounts are margins where every sale has a cost, else revenue
with days as (
  select
    account_id, sold_at,
    sum(case when (select count(*) = count(cost) from core.sales where amount > 0) then amount - cost else amount end)::double as amount
  from core.sales where amount > 0 and account_id is not null
  group by account_id, sold_at)
select
  d.account_id, c.cutoff,
  count(*)::int - 1 as repeat_days, (max(d.sold_at) - min(d.sold_at))::int as last_age, (c.cutoff - min(d.sold_at))::int as age,
  sum(d.amount order by d.sold_at) as amount,
  coalesce(sum(d.amount order by d.sold_at) filter (where c.cutoff - d.sold_at < h.horizon_days), 0) as amount_recent
from days as d
join core.cutoffs as c on d.sold_at <= c.cutoff
cross join core.horizon as h
group by d.account_id, c.cutoff
