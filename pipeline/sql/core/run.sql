-- grain: one row
-- key: as_of
with fact_dates as (
  select created_at as day from core.opportunity_outcomes
  union all select ended_at from core.opportunity_outcomes where outcome_in_export <> 'open'
  union all select ordered_at from staging.orders),
span as (
  select min(day) as data_from, max(day) as data_to from fact_dates)
select
  coalesce(a.as_of, s.data_to) as as_of, s.data_from, s.data_to,
  (coalesce(a.as_of, s.data_to) + 1 - interval 12 month)::date as ttm_start,
  case when exists (from staging.orders) then 'orders'
       when exists (from core.opportunity_outcomes where outcome_in_export = 'won') then 'won_opportunities'
       else 'none' end as sales_basis,
  a.title, a.version
from staging.arguments as a cross join span as s
