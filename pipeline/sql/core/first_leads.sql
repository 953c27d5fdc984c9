-- grain: one account's first lead, which says where it came from
-- key: account_id
select distinct on (account_id) account_id, channel, detected_at
from core.leads
where account_id is not null
order by account_id, detected_at, lead_id
