-- grain: one dimension's segment, owner (NULL: all of them) and period; sums only
-- key: dimension, segment, owner_id, period, period_start
-- Lost: silent past its deadline in the period and not back before its end.  Undecided: silent since before a period that is not over, and due to be lost before it is.
with placed as (
  select c.*, p.period, p.period_start, p.period_end,
    c.lost_slice < p.period_end and (c.back_slice is null or c.back_slice >= p.period_end) as is_lost,
    p.period_end > r.as_of + 1 and c.lost_slice is null and c.last_slice < p.period_start and c.due_slice < p.period_end as is_undecided
  from parts.spell_cells as c
  cross join core.run as r
  join core.periods as p on c.started_slice < p.period_start and (c.lost_slice is null or c.lost_slice >= p.period_start)
  where p.period <> 'all')
select dimension, segment, case when grouping(owner_id) = 0 then owner_id end as owner_id, period, period_start, period_end,
  sum(spells) as at_start, coalesce(sum(spells) filter (where is_lost), 0) as lost,
  coalesce(sum(spells) filter (where is_undecided), 0) as undecided
from placed
group by grouping sets (
  (dimension, segment, owner_id, period, period_start, period_end),
  (dimension, segment, period, period_start, period_end))
