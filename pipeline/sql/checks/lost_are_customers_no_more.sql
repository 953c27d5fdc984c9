-- says: whoever was a customer at a period's start and is none at its end was lost in it
with standing as (
  select distinct p.period, p.period_start, p.period_end, s.account_id
  from core.periods as p
  join per_customer.spells as s on s.factor = 1 and s.started_at < p.period_start and (s.lost_at is null or s.lost_at >= p.period_start)
  where p.period in ('ttm', 'year')),
counted as (
  select s.period, s.period_start, count(*) as at_start, count(*) filter (where e.account_id is null) as gone
  from standing as s
  left join (select account_id, started_at, lost_at from per_customer.spells where factor = 1) as e
    on e.account_id = s.account_id and e.started_at < s.period_end and (e.lost_at is null or e.lost_at >= s.period_end)
  group by s.period, s.period_start)
select c.*, p.at_start as told_at_start, p.lost as told_lost
from counted as c
join parts.spell_periods as p on p.period = c.period and p.period_start = c.period_start and p.dimension = 'all' and p.owner_id is null
where p.at_start <> c.at_start or p.lost <> c.gone
