-- label_en: accounts, by the day they were created
-- label_fr: comptes, au jour de leur création
select g.dimension, g.segment, f.created_at as day, f.account_id as id, f.name as account, f.city
from core.accounts as f
join core.account_segments as g on g.id = f.account_id
where f.created_at is not null
