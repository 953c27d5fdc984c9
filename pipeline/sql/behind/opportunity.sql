-- label_en: opportunities
-- label_fr: opportunités
select g.dimension, g.segment, null::date as day, f.opportunity_id as id, coalesce(a.name, f.account_id) as account, o.name as owner, f.outcome, f.stage, f.is_qualified, f.amount, f.created_at, f.expected_at, f.closed_at, f.closed_at - f.created_at as days
from core.opportunities as f
join core.opportunity_segments as g on g.id = f.opportunity_id
left join core.accounts as a on a.account_id = f.account_id
left join core.owners as o on o.owner_id = f.owner_id
