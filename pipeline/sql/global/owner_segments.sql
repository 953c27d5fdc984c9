-- grain: one owner in one segment: does it win more than its own and the segment's record let expect
-- key: owner_id, dimension, segment
-- Segments that an account enters by buying (RFM, value and potential) say nothing about who wins it.
with won as (
  select owner_id, dimension, segment, won, won + lost as closed
  from parts.opportunity_periods
  where period = 'all' and won + lost > 0 and dimension not in ('owner', 'manager', 'team', 'rfm', 'quadrant', 'order_kind')),
expected as (
  select o.owner_id, o.dimension, o.segment, o.won, o.closed, ratio(s.won, s.closed) as segment_rate, ratio(w.won, w.closed) as owner_rate
  from won as o
  join won as s on s.owner_id is null and s.dimension = o.dimension and s.segment = o.segment
  join won as w on w.owner_id = o.owner_id and w.dimension = 'all'
  where o.owner_id is not null and o.dimension <> 'all')
select owner_id, dimension, segment, won, closed, ratio(won, closed) as win_rate, segment_rate, owner_rate,
  round(shrunk(won, closed, segment_rate), 6) as win_rate_shrunk,
  wilson_low(won, closed) as low, wilson_high(won, closed) as high,
  wilson_low(won, closed) > segment_rate as is_above, wilson_high(won, closed) < segment_rate as is_below
from expected
