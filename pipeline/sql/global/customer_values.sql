-- grain: one dimension's segment over the last twelve months: what a customer brings, how many stay, what one costs
-- key: dimension, segment
select s.dimension, s.segment, s.period, s.period_start, s.period_end, a.customers, s.uncosted,
  ratio(s.costed_revenue - s.cost, a.customers) as yearly_margin,
  ratio(k.at_start - k.undecided - k.lost, k.at_start - k.undecided) as retention,
  wilson_low(k.at_start - k.undecided - k.lost, k.at_start - k.undecided) as retention_low,
  wilson_high(k.at_start - k.undecided - k.lost, k.at_start - k.undecided) as retention_high,
  ratio(c.cost, c.new_customers) as cac, cost_low(c.cost, c.new_customers) as cac_low, cost_high(c.cost, c.new_customers) as cac_high
from parts.sale_periods as s
join marts.active_customers as a
  on a.dimension = s.dimension and a.segment = s.segment and a.owner_id is null and a.period = s.period
left join parts.spell_periods as k
  on k.dimension = s.dimension and k.segment = s.segment and k.owner_id is null and k.period = s.period
left join parts.acquisition_periods as c
  on c.dimension = s.dimension and c.segment = s.segment and c.period = s.period
where s.owner_id is null and s.period = 'ttm' and s.costed > 0
