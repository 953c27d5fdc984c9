-- grain: one opportunity row, before the as-of date is known
-- key: _file, _row
-- Where nothing in the exports bears a date, all are decided on the as-of date that was asked for.
with undated as (
  select (select count(coalesce(created_at, closed_at, won_at, lost_at)) from staging.opportunities) + (select count(ordered_at) from staging.orders) = 0 as is_undated, as_of from staging.arguments)
select
  coalesce(p.id, p._file || '#' || p._row) as opportunity_id, p.*, u.is_undated,
  case when p.won_at is not null then 'won' when p.lost_at is not null then 'lost' else s.outcome end as outcome_in_export,
  case when u.is_undated then u.as_of when p.won_at is not null then p.won_at when p.lost_at is not null then p.lost_at else p.closed_at end as ended_at
from staging.opportunities as p
cross join undated as u
join core.stage_outcomes as s
  on s.stage is not distinct from p.stage and s.status is not distinct from p.status
  and s.is_won is not distinct from p.is_won and s.is_closed is not distinct from p.is_closed
