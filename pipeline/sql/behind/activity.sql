-- label_en: calls, e-mails, meetings and visits
-- label_fr: appels, e-mails, rendez-vous et visites
select g.dimension, g.segment, f.acted_at as day, f.activity_id as id, coalesce(a.name, f.account_id) as account, o.name as owner, f.kind, f.minutes, f.reached, p.activity_id is not null as is_prospecting, f.account_id, p.cost
from core.activities as f
join core.activity_segments as g on g.id = f.activity_id
left join core.prospecting as p on p.activity_id = f.activity_id
left join core.accounts as a on a.account_id = f.account_id
left join core.owners as o on o.owner_id = f.owner_id
