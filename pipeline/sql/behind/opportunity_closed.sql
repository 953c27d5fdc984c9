-- label_en: opportunities, by the day they were closed
-- label_fr: opportunités, au jour de leur clôture
select g.dimension, g.segment, case when f.ends_unknown then date 'infinity' else coalesce(f.closed_at, date '0001-01-01') end as day, f.opportunity_id as id, coalesce(a.name, f.account_id) as account, o.name as owner, f.outcome, f.amount, f.created_at, f.closed_at, f.closed_at - f.created_at as days, d.contacts
from core.opportunities as f
join core.opportunity_segments as g on g.id = f.opportunity_id
left join core.accounts as a on a.account_id = f.account_id
left join core.owners as o on o.owner_id = f.owner_id
left join core.deal_contacts as d on d.opportunity_id = f.opportunity_id
