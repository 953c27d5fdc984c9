-- label_en: stretches of time under contract
-- label_fr: périodes sous contrat
select g.dimension, g.segment, null::date as day, f.account_id as id, a.name as account, f.started_at, f.ends_at, f.lost_at, f.back_at, f.is_undecided
from per_customer.contract_spells as f
join core.account_segments as g on g.id = f.account_id
left join core.accounts as a on a.account_id = f.account_id
