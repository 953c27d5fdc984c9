-- grain: one dimension's segment and owner (NULL: all of them) over the last twelve months: what a customer brings, how many stay, what one costs
-- key: dimension, segment, owner_id
-- The interval of a value takes in the chance of who stays (Wilson), that of a cost the chance of how many were won (Byar); the margin of a year is taken as it is.
with measured as (
  select s.dimension, s.segment, s.owner_id, s.period, s.period_start, s.period_end, a.customers, s.uncosted, c.new_customers,
    ratio(s.costed_revenue - s.cost, a.customers) as yearly_margin,
    ratio(k.at_start - k.undecided - k.lost, k.at_start - k.undecided) as retention,
    wilson_low(k.at_start - k.undecided - k.lost, k.at_start - k.undecided) as retention_low,
    wilson_high(k.at_start - k.undecided - k.lost, k.at_start - k.undecided) as retention_high,
    ratio(c.cost, c.new_customers) as cac, cost_low(c.cost, c.new_customers) as cac_low, cost_high(c.cost, c.new_customers) as cac_high
  from parts.sale_periods as s
  join marts.active_customers as a
    on a.dimension = s.dimension and a.segment = s.segment and a.owner_id is not distinct from s.owner_id and a.period = s.period
  left join parts.spell_periods as k
    on k.dimension = s.dimension and k.segment = s.segment and k.owner_id is not distinct from s.owner_id and k.period = s.period
  left join parts.acquisition_periods as c
    on c.dimension = s.dimension and c.segment = s.segment and c.owner_id is not distinct from s.owner_id and c.period = s.period
  where s.period = 'ttm' and s.costed > 0)
select *, value_over_three_years(yearly_margin, retention) as lifetime_value,
  value_over_three_years(yearly_margin, case when yearly_margin < 0 then retention_high else retention_low end) as lifetime_value_low,
  value_over_three_years(yearly_margin, case when yearly_margin < 0 then retention_low else retention_high end) as lifetime_value_high
from measured
