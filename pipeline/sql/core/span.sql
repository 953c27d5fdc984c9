-- grain: one row: the first and the last day of the facts, slips of the pen aside
-- key: data_to
-- A slip (2062 for 2026) lies half a year (two years where there are less than 200 rows), and three times the longest usual pause, away from all others, and
-- is one row or one in two hundred. A day that stands for none (1900, 1970) lies ten years away from all others and may bear one row in five.
with day as (
  select day, sum("rows")::bigint as "rows" from core.fact_days group by day),
counted as (
  select day, lead(day) over days - day as pause, lead(day) over days as next_day,
    sum("rows") over days as up_to, sum("rows") over () - sum("rows") over days as after_it, sum("rows") over () as total,
    row_number() over days as days_up_to, count(*) over () - row_number() over days as days_after
  from day window days as (order by day)),
usual as (
  select coalesce(max(pause), 0) as longest_pause from counted where least(up_to, after_it) > greatest(total // 200, 1)),
break as (
  select c.*, pause > greatest(case when total < 200 then 730 else 183 end, 3 * u.longest_pause) as is_long, pause >= 3650 as is_very_long, greatest(total // 200, 1) as few, total // 5 as many
  from counted as c cross join usual as u where c.total >= 10)
select
  coalesce((select max(next_day) from break where is_long and up_to <= few or is_very_long and days_up_to = 1 and up_to <= many), min(day)) as data_from,
  coalesce((select min(day) from break where is_long and after_it <= few or is_very_long and days_after = 1 and after_it <= many), max(day)) as data_to
from day
