-- grain: one account, with what orders and opportunities say of it up to the as-of date: the latest word on each
-- key: account_id
with said as (
  select account_id, account_name, ordered_at as day, account_type as type, account_sector as sector, account_size as size,
    account_city as city, account_postcode as postcode, account_region as region, account_country as country, _file, _row
  from staging.orders
  union all
  select account_id, account_name, created_at, account_type, account_sector, account_size,
    account_city, account_postcode, account_region, account_country, _file, _row
  from staging.opportunities),
known as (
  select s.*, (s.day, s._file, s._row) as place
  from said as s cross join core.run as r
  where coalesce(s.type, s.sector, s.size, s.city, s.postcode, s.region, s.country) is not null and (s.day is null or s.day <= r.as_of))
select l.id as account_id,
  arg_max(k.type, k.place) as type, arg_max(k.sector, k.place) as sector, arg_max(k.size, k.place) as size, arg_max(k.city, k.place) as city,
  arg_max(k.postcode, k.place) as postcode, arg_max(k.region, k.place) as region, arg_max(k.country, k.place) as country
from known as k
join core.account_spellings as l
  on l.mentioned_id is not distinct from k.account_id and l.mentioned_name is not distinct from k.account_name
group by l.id
