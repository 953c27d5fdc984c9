-- grain: one answer to a satisfaction survey up to the as-of date, its score brought to 0..10
-- key: survey_id
select coalesce(s.id, s._file || '#' || s._row) as survey_id, coalesce(a.id, o.account_id) as account_id, s.answered_at,
  case when s.score >= 0 and s.score <= coalesce(s.scale, w.scale) then (s.score * 10 / coalesce(s.scale, w.scale))::decimal(18, 4) end as score,
  s.verbatim, s.source, s._file, s._row
from staging.surveys as s
cross join core.run as r
cross join (select case when max(score) <= 5 then 5 else 10 end as scale from staging.surveys) as w
left join core.account_links as a
  on a.mentioned_id is not distinct from s.account_id and a.mentioned_name is not distinct from s.account_name
left join core.order_accounts as o on o.order_id = s.order_id
where s.answered_at <= r.as_of
