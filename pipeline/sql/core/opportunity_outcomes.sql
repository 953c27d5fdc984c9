-- grain: one opportunity row, before the as-of date is known
-- key: _file, _row
-- Some programs give a lost deal a reason and no status that says so; where no deal of a file is said to be lost, and none that is won has a reason, the reason says it.
-- Where nothing in the exports bears a date, all are decided on the as-of date that was asked for; where no closed deal of a file bears the day it was closed, they are decided on a day unknown.
with undated as (
  select (select count(coalesce(created_at, closed_at, won_at, lost_at)) from staging.opportunities) + (select count(ordered_at) from staging.orders) = 0 as is_undated, as_of from staging.arguments),
told as (
  select p.*, case when p.won_at is not null then 'won' when p.lost_at is not null then 'lost' else s.outcome end as told, s.is_qualified
  from staging.opportunities as p
  join core.stage_outcomes as s
    on s.stage is not distinct from p.stage and s.status is not distinct from p.status
    and s.is_won is not distinct from p.is_won and s.is_closed is not distinct from p.is_closed),
without_losses as (
  select _file from told group by _file
  having count(*) filter (where told = 'lost') = 0 and count(loss_reason) > 0 and count(loss_reason) filter (where told = 'won') = 0),
without_ends as (
  select _file from told where told <> 'open' group by _file having count(coalesce(won_at, lost_at, closed_at)) = 0)
select
  coalesce(p.id, p._file || '#' || p._row) as opportunity_id, p.* exclude (told), u.is_undated, not u.is_undated and e._file is not null as ends_unknown, w._file is not null as is_lost_by_reason,
  case when w._file is not null then 'lost' else p.told end as outcome_in_export,
  case when u.is_undated then u.as_of when p.won_at is not null then p.won_at when p.lost_at is not null then p.lost_at else p.closed_at end as ended_at
from told as p
cross join undated as u
left join without_ends as e on e._file = p._file
left join without_losses as w on w._file = p._file and p.told = 'open' and p.loss_reason is not null
