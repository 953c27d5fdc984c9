-- grain: one opportunity row, before the as-of date is known
-- key: _file, _row
select
  coalesce(p.id, p._file || '#' || p._row) as opportunity_id, p.*,
  case when p.won_at is not null then 'won' when p.lost_at is not null then 'lost' else s.outcome end as outcome_in_export,
  case when p.won_at is not null then p.won_at when p.lost_at is not null then p.lost_at else p.closed_at end as ended_at
from staging.opportunities as p
join core.stage_outcomes as s
  on s.stage is not distinct from p.stage and s.status is not distinct from p.status
  and s.is_won is not distinct from p.is_won and s.is_closed is not distinct from p.is_closed
