-- grain: one row
-- key: as_of
-- What leads to a sale, or is said of one, is counted from a year before the first sale or opportunity: an older date is more often a slip than a fact.
with earlier_dates as (
  select acted_at as day from staging.activities
  union all select detected_at from staging.leads
  union all select sent_at from staging.quotes
  union all select due_at from staging.actions
  union all select spent_at from staging.marketing_spend
  union all select made_at from staging.complaints
  union all select answered_at from staging.surveys)
select
  coalesce(a.as_of, s.data_to) as as_of, s.data_from, s.data_to,
  least(s.data_from, (select min(day) from earlier_dates where day >= s.data_from - 365)) as counted_from,
  (coalesce(a.as_of, s.data_to) + 1 - interval 12 month)::date as ttm_start,
  case when exists (from staging.orders) then 'orders'
       when exists (from core.opportunity_outcomes where outcome_in_export = 'won') then 'won_opportunities'
       else 'none' end as sales_basis,
  a.conversion_days, a.title, a.version
from staging.arguments as a cross join core.span as s
