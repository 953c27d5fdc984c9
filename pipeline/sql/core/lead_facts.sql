-- grain: one lead, as segments_of reads it; its owner is its account's
-- key: id
select l.lead_id as id, l.account_id, coalesce(a.owner_id, '(unknown)') as owner_id, null::varchar as product_id, l.channel, null::varchar as kind
from core.leads as l left join core.account_facts as a on a.id = l.account_id
