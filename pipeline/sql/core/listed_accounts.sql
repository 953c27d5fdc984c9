-- grain: one account as listed in the exports; repeated ids keep the last row
-- key: id
select coalesce(id, name) as id, name
from staging.accounts
qualify row_number() over (partition by coalesce(id, name) order by _file desc, _row desc) = 1
