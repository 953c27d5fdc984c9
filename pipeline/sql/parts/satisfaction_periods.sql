-- grain: one dimension's segment, its accounts' owner (NULL: all of them) and period; sums only
-- key: dimension, segment, owner_id, period, period_start
with event as (
  select coalesce(account_id, '(none)') as account_id, made_at as day, 1 as complaints, (resolved_at is null)::int as open_complaints,
    case when resolved_at >= made_at then resolved_at - made_at end as days,
    0 as answers, 0::decimal(18, 4) as score, 0 as promoters, 0 as detractors, 0 as unread
  from core.complaints
  union all
  select coalesce(account_id, '(none)'), answered_at, 0, 0, null, (score is not null)::int, coalesce(score, 0), coalesce(score >= 9, false)::int, coalesce(score <= 6, false)::int, (score is null)::int
  from core.surveys)
select g.dimension, g.segment, case when grouping(f.owner_id) = 0 then f.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  sum(e.complaints) as complaints, sum(e.open_complaints) as open_complaints, count(e.days) as resolved,
  coalesce(sum(e.days), 0) as resolution_days, coalesce(sum(e.days * e.days), 0) as resolution_days_sq, sum(e.answers) as answers,
  sum(e.score) as score, sum(e.score * e.score) as score_sq, sum(e.promoters) as promoters, sum(e.detractors) as detractors, sum(e.unread) as unread
from event as e
join core.account_segments as g on g.id = e.account_id
join core.account_facts as f on f.id = e.account_id
cross join core.run as r
join core.period_slices as p on p.slice_start = slice_of(e.day, r.ttm_start)
group by grouping sets (
  (g.dimension, g.segment, f.owner_id, p.period, p.period_start, p.period_end),
  (g.dimension, g.segment, p.period, p.period_start, p.period_end))
