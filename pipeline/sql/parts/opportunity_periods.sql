-- grain: one dimension's segment, owner (NULL: all of them) and period; sums only
-- key: dimension, segment, owner_id, period, period_start
select
  c.dimension, c.segment, case when grouping(c.owner_id) = 0 then c.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  sum(c.created) as created, sum(c.created_existing) as created_existing, sum(c.cohort_won) as cohort_won, sum(c.cohort_open) as cohort_open, sum(c.created_undated) as created_undated, sum(c.won) as won, sum(c.lost) as lost, sum(c.closed_undated) as closed_undated, sum(c.won_priced) as won_priced, sum(c.lost_priced) as lost_priced, sum(c.won_amount) as won_amount,
  sum(c.lost_amount) as lost_amount, sum(c.closed_amount_sq) as closed_amount_sq, sum(c.won_amount_sq) as won_amount_sq, sum(c.won_cycles) as won_cycles, sum(c.won_days) as won_days, sum(c.won_days_sq) as won_days_sq, sum(c.closed_cycles) as closed_cycles, sum(c.closed_days) as closed_days, sum(c.closed_days_sq) as closed_days_sq, sum(c.negative_cycles) as negative_cycles
from parts.opportunity_cells as c
join core.period_slices as p on p.slice_start is not distinct from c.slice_start
group by grouping sets (
  (c.dimension, c.segment, c.owner_id, p.period, p.period_start, p.period_end),
  (c.dimension, c.segment, p.period, p.period_start, p.period_end))
