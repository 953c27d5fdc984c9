-- grain: one account that never ordered and looks like a better niche's customers
-- key: account_id
-- It belongs to a niche that is better by more than chance; the more of them, the less chance explains them, and the more money is in its open opportunities, the earlier it is listed: how far a win rate stands out is not to be compared with how far a margin does. Those that none of it tells apart have one rank.
with prospect as (
  select a.account_id, a.name from core.accounts as a
  where not exists (from per_customer.order_days as d where d.account_id = a.account_id)),
alike as (
  select p.account_id, p.name, n.measure, n.dimension, n.segment, n.value, n.value_of_rest, n.effect, n.q_value
  from prospect as p
  join core.account_segments as g on g.id = p.account_id
  join marts.niches as n on n.dimension = g.dimension and n.segment = g.segment and n.is_better),
last_deal as (
  select account_id, max(closed_at) filter (where outcome = 'lost') as lost_at, count(*) filter (where outcome = 'open') as open_opportunities,
    sum(amount) filter (where outcome = 'open') as open_amount
  from core.opportunities where account_id is not null group by account_id),
listed as (
  select a.account_id, a.name, count(*) as niches, round(sum(a.effect), 9) as effect, min(a.q_value) as q_value,
    string_agg(a.measure || ': ' || a.segment, ', ' order by a.q_value, a.measure, a.dimension) as alike_in,
    coalesce(any_value(d.open_opportunities), 0) as open_opportunities, coalesce(any_value(d.open_amount), 0) as open_amount, any_value(d.lost_at) as last_lost_at
  from alike as a
  left join last_deal as d on d.account_id = a.account_id
  group by a.account_id, a.name)
select *,
  rank() over (order by niches desc, q_value, open_amount desc, open_opportunities desc) as rank,
  row_number() over (order by niches desc, q_value, open_amount desc, open_opportunities desc, account_id) as position
from listed
