-- grain: one owner as listed in the exports
-- key: id
select coalesce(id, name) as id, name
from staging.owners
