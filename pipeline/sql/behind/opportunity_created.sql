-- label_en: opportunities, by the day they were created
-- label_fr: opportunités, au jour de leur création
select g.dimension, g.segment, coalesce(f.created_at, date '0001-01-01') as day, f.opportunity_id as id, coalesce(a.name, f.account_id) as account, o.name as owner, f.outcome, f.amount, f.created_at, f.closed_at, f.closed_at - f.created_at as days,
  coalesce((select min(s.sold_at) from core.sales as s where s.account_id = f.account_id) < f.created_at, false) as is_existing
from core.opportunities as f
join core.opportunity_segments as g on g.id = f.opportunity_id
left join core.accounts as a on a.account_id = f.account_id
left join core.owners as o on o.owner_id = f.owner_id
