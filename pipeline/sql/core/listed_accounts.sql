-- grain: one account as listed in the exports
-- key: id
select coalesce(id, name) as id, name
from staging.accounts
