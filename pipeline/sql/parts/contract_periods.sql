-- grain: one dimension's segment, owner (NULL: all of them) and period; sums only
-- key: dimension, segment, owner_id, period, period_start
-- Lost: the contract ended in the period, and none followed before its end.
with placed as (
  select g.dimension, g.segment, c.owner_id, p.period, p.period_start, p.period_end,
    s.lost_at < p.period_end and (s.back_at is null or s.back_at >= p.period_end) as is_lost, s.is_undecided and s.ends_at < p.period_end as is_undecided
  from per_customer.contract_spells as s
  join core.account_facts as c on c.id = s.account_id
  join core.account_segments as g on g.id = s.account_id
  join core.periods as p on p.period <> 'all' and s.started_at < p.period_start and (s.ends_at is null or s.ends_at + 1 >= p.period_start))
select dimension, segment, case when grouping(owner_id) = 0 then owner_id end as owner_id, period, period_start, period_end,
  count(*) as at_start, count(*) filter (where is_lost) as lost, count(*) filter (where is_undecided) as undecided
from placed
group by grouping sets (
  (dimension, segment, owner_id, period, period_start, period_end),
  (dimension, segment, period, period_start, period_end))
