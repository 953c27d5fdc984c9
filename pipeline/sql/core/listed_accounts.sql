-- grain: one account as listed in the exports
-- key: id
select coalesce(id, name) as id, coalesce(name, id) as name
from staging.accounts
