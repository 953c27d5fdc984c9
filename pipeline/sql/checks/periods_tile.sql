-- says: months, quarters and years follow one another without a gap or an overlap
select period, period_start, period_end, next_start from (
  select period, period_start, period_end, lead(period_start) over (partition by period order by period_start) as next_start
  from core.periods where period in ('month', 'quarter', 'year')) as p
where next_start <> period_end
