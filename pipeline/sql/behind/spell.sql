-- label_en: stretches of time as a customer: from a first order to the day on which it counts as lost
-- label_fr: périodes comme client, d’une première commande au jour où il compte comme perdu
select g.dimension, g.segment, null::date as day, f.account_id as id, a.name as account, f.started_at, f.last_order, f.lost_at, f.back_at, f.due_at
from per_customer.spells as f
join core.account_segments as g on g.id = f.account_id
left join core.accounts as a on a.account_id = f.account_id
where f.factor = 1
