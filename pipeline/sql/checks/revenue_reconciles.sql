-- says: revenue by segment and by year adds up to what the sales table holds
with total as (select coalesce(sum(amount), 0) as revenue from core.sales),
by_year as (
  select dimension, sum(revenue) as revenue from parts.sale_periods
  where period = 'year' and owner_id is null and dimension not in (select dimension from marts.dimensions where is_overlapping) group by dimension)
select y.dimension, y.revenue, t.revenue as revenue_in_all from by_year as y cross join total as t where y.revenue <> t.revenue
