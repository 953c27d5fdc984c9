-- label_en: customers' revenue in the period and in the same one a year before
-- label_fr: chiffre d’affaires des clients sur la période et sur la même un an avant
select distinct g.dimension, g.segment, null::date as day, f.account_id as id, a.name as account, f.before, f.now, f.period_start as starts, f.period_end as ends
from per_customer.renewals as f
join core.account_segments as g on g.id = f.account_id
left join core.accounts as a on a.account_id = f.account_id
