-- Kaplan and Meier's median days to an event, those that still wait counted for as long as they did.
-- facts: (days, happened, owner_id, day, dimension, segment).
create macro waiting_median(facts) as table
  with placed as (
    select f.*, p.period, p.period_start, p.period_end
    from query_table(facts) as f
    join core.periods as p on f.day >= p.period_start and f.day < p.period_end and p.period <> 'month'),
  step as (
    select dimension, segment, case when grouping(owner_id) = 0 then owner_id end as owner_id, period, period_start, period_end,
      days, count(*) as ended, count(*) filter (where happened) as happened
    from placed
    group by grouping sets (
      (dimension, segment, owner_id, period, period_start, period_end, days),
      (dimension, segment, period, period_start, period_end, days))),
  at_risk as (
    select *, sum(ended) over (w order by days desc) as waiting
    from step window w as (partition by dimension, segment, owner_id, period, period_start)),
  survival as (
    select *, bool_or(happened = waiting) over (w order by days)
        or round(exp(sum(case when happened < waiting then ln((waiting - happened) / waiting::double) end) over (w order by days)), 9) <= 0.5 as is_half
    from at_risk window w as (partition by dimension, segment, owner_id, period, period_start))
  select dimension, segment, owner_id, period, period_start, period_end,
    min(days) filter (where is_half) as value, sum(happened)::bigint as numerator, sum(ended)::bigint as n, 0 as excluded
  from survival
  group by all;
