-- label_en: quotes sent
-- label_fr: devis envoyés
select g.dimension, g.segment, f.sent_at as day, f.quote_id as id, coalesce(a.name, f.account_id) as account, o.name as owner, f.amount
from core.quotes as f
join core.quote_segments as g on g.id = f.quote_id
left join core.accounts as a on a.account_id = f.account_id
left join core.owners as o on o.owner_id = f.owner_id
