-- says: the acquisition cost of every dimension's segments adds up to the spend, the time and the commissions that the exports hold
with total as (
  select coalesce((select sum(amount) from core.marketing_spend), 0) + coalesce((select sum(cost) from core.prospecting), 0)
    + coalesce((select sum(amount) from core.acquisition_events where measure = 'commission'), 0) as cost),
by_dimension as (
  select dimension, sum(amount) as cost from parts.acquisition_cells where measure in ('spend', 'time', 'commission') and dimension not in (select dimension from marts.dimensions where is_overlapping) group by dimension)
select d.dimension, d.cost, t.cost as cost_in_all from by_dimension as d cross join total as t where abs(d.cost - t.cost) >= 0.01
