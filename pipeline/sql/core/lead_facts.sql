-- grain: one lead, as segments_of reads it
-- key: id
select l.lead_id as id, l.account_id, coalesce(a.owner_id, '(unknown)') as owner_id, null::varchar as product_id, l.channel, null::varchar as kind
from core.leads as l left join core.accounts as a on a.account_id = l.account_id
