-- label_en: activities on accounts that were not yet customers, under the account's segments
-- label_fr: activités sur des comptes pas encore clients, sous les segments du compte
select g.dimension, g.segment, f.acted_at as day, f.activity_id as id, coalesce(a.name, f.account_id) as account, o.name as owner, f.kind, f.minutes, f.cost
from core.prospecting as f
join core.account_segments as g on g.id = f.account_id
left join core.accounts as a on a.account_id = f.account_id
left join core.owners as o on o.owner_id = f.owner_id
