-- says: the customers at a month's start, less those lost in it, plus those who came, are the customers at the next month's start
with flow as (
  select p.period_start, count(*) filter (where s.started_at < p.period_start and (s.lost_at is null or s.lost_at >= p.period_start)) as at_start,
    count(*) filter (where s.started_at >= p.period_start and s.started_at < p.period_end) as came,
    count(*) filter (where s.lost_at >= p.period_start and s.lost_at < p.period_end) as gone
  from core.periods as p cross join per_customer.spells as s
  where p.period = 'month' and s.factor = 1 group by p.period_start),
next as (
  select *, lead(at_start) over (order by period_start) as at_next from flow)
select * from next where at_start + came - gone <> at_next
