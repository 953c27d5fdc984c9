-- grain: one dimension's segment, its accounts' owner (NULL: all of them) and period; sums only
-- key: dimension, segment, owner_id, period, period_start
select c.dimension, c.segment, case when grouping(c.owner_id) = 0 then c.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  coalesce(sum(c.amount) filter (where c.measure in ('spend', 'time', 'commission')), 0) as cost,
  coalesce(sum(c.amount) filter (where c.measure = 'spend'), 0) as spend,
  coalesce(sum(c.amount) filter (where c.measure = 'lagged_cost'), 0) as lagged_cost,
  coalesce(sum(c.amount) filter (where c.measure = 'uncosted'), 0)::bigint as uncosted,
  coalesce(sum(c.amount) filter (where c.measure = 'new_customers'), 0)::bigint as new_customers,
  coalesce(sum(c.amount) filter (where c.measure = 'meetings'), 0)::bigint as meetings,
  coalesce(sum(c.amount) filter (where c.measure = 'quotes'), 0)::bigint as quotes,
  coalesce(sum(c.amount) filter (where c.measure = 'opportunities'), 0)::bigint as opportunities,
  coalesce(sum(c.amount) filter (where c.measure = 'leads'), 0)::bigint as leads,
  coalesce(sum(c.amount) filter (where c.measure = 'mature_leads'), 0)::bigint as mature_leads,
  coalesce(sum(c.amount) filter (where c.measure = 'converted_leads'), 0)::bigint as converted_leads
from parts.acquisition_cells as c
join core.period_slices as p on p.slice_start = c.slice_start
group by grouping sets (
  (c.dimension, c.segment, c.owner_id, p.period, p.period_start, p.period_end),
  (c.dimension, c.segment, p.period, p.period_start, p.period_end))
