-- How far one end of a survival's interval, on the log-log scale, is past a half (Brookmeyer and Crowley 1982, Biometrics 38: the median's interval is where it is not); the
-- logarithm of what is left, and Greenwood's sum.
create macro half_passed(left_ln, scatter, side) as
  case when left_ln < 0 then ln(-left_ln) + side * 1.9599639845 * sqrt(scatter) / -left_ln - ln(ln(2)) end;

-- Kaplan and Meier's median days to an event, those that still wait counted for as long as they did. Where the upper end of its interval is not reached yet there is none.
-- facts: (days, happened, owner_id, day, labels).
create macro waiting_median(facts) as table
  with times as materialized (
    select row_number() over ()::int as time, period, period_start, period_end, period in ('all', 'ttm', 'year') as is_long from core.periods where period <> 'month'),
  owners as materialized (
    select row_number() over ()::int as owner, owner_id from (select distinct owner_id from query_table(facts))),
  days as materialized (
    select d.day, t.time from (select distinct day from query_table(facts)) as d join times as t on d.day >= t.period_start and d.day < t.period_end),
  counted as (
    select label, owner, time, days, count(*) as ended, count(happening) as happened
    from (
      select unnest(f.labels) as label, o.owner, d.time, f.days, case when f.happened then 1 end as happening
      from query_table(facts) as f
      join days as d on d.day = f.day
      join owners as o on o.owner_id is not distinct from f.owner_id)
    group by label, owner, time, days),
  step as (
    -- One owner's quarter in one segment is not kept.
    select c.label, c.owner, c.time, c.days, c.ended, c.happened from counted as c join times as t on t.time = c.time where c.label = 0 or t.is_long
    union all
    select label, 0, time, days, sum(ended)::bigint, sum(happened)::bigint from counted group by label, time, days),
  at_risk as (
    select *, sum(ended) over (w order by days desc rows unbounded preceding)::bigint as waiting
    from step window w as (partition by label, owner, time)),
  survival as (
    select *, bool_or(happened = waiting) over (w order by days rows unbounded preceding) as is_over,
      sum(case when happened < waiting then ln((waiting - happened) / waiting::double) end) over (w order by days rows unbounded preceding) as left_ln,
      sum(case when happened < waiting then happened / (waiting * (waiting - happened))::double end) over (w order by days rows unbounded preceding) as scatter
    from at_risk window w as (partition by label, owner, time)),
  median as (
    select label, owner, time, sum(happened)::bigint as numerator, sum(ended)::bigint as n,
      min(days) filter (where is_over or round(exp(left_ln), 9) <= 0.5) as value,
      min(days) filter (where is_over or round(half_passed(left_ln, scatter, 1), 9) >= 0) as low,
      min(days) filter (where not is_over and round(half_passed(left_ln, scatter, -1), 9) >= 0) as high
    from survival group by label, owner, time)
  select l.dimension, l.segment, o.owner_id, t.period, t.period_start, t.period_end, m.value, m.numerator, m.n, 0 as excluded,
    case when m.high is not null then m.low end as low, m.high
  from median as m
  join core.labels as l on l.label = m.label
  join times as t on t.time = m.time
  left join owners as o on o.owner = m.owner;
