-- grain: one customer at a cutoff by which it has bought what has discounts: how large they were; only facts up to the cutoff
-- key: account_id, cutoff
-- shards: per_customer.panel, core.discounts
with known as (
  select p.account_id, p.cutoff, d.listed, d.given, p.cutoff - d.day < p.learnt_days as is_recent
  from per_customer.panel as p join core.discounts as d on d.account_id = p.account_id and d.day <= p.cutoff)
select
  account_id, cutoff, ratio(sum(given), sum(listed)) as discount_rate,
  ratio(sum(given) filter (where is_recent), sum(listed) filter (where is_recent)) - ratio(sum(given) filter (where not is_recent), sum(listed) filter (where not is_recent)) as discount_change
from known
group by account_id, cutoff
