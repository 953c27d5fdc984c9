-- grain: one day that rows of a file bear as the day of an order, or of an opportunity's beginning or end
-- key: file, day
with fact as (
  select _file as file, created_at as day from core.opportunity_outcomes
  union all select _file, ended_at from core.opportunity_outcomes where outcome_in_export <> 'open'
  union all select _file, ordered_at from staging.orders)
select file, day, count(*) as "rows" from fact where day is not null group by file, day
