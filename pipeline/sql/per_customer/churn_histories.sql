-- grain: one customer that has bought by a cutoff, active or not; only facts up to the cutoff
-- key: account_id, cutoff
with days as (
  select distinct account_id, sold_at from core.sales where amount > 0 and account_id is not null)
select
  d.account_id, c.cutoff,
  count(*)::int - 1 as repeat_days, (max(d.sold_at) - min(d.sold_at))::int as last_age, (c.cutoff - min(d.sold_at))::int as age
from days as d
join core.cutoffs as c on d.sold_at <= c.cutoff
group by d.account_id, c.cutoff
