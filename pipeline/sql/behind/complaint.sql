-- label_en: complaints
-- label_fr: réclamations
select g.dimension, g.segment, f.made_at as day, f.complaint_id as id, coalesce(a.name, f.account_id) as account, f.reason, f.resolved_at, f.resolved_at - f.made_at as days
from core.complaints as f
join core.account_segments as g on g.id = coalesce(f.account_id, '(none)')
left join core.accounts as a on a.account_id = f.account_id
