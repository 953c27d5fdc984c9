-- grain: one account as the exports have it, listed or only mentioned, before duplicates are merged
-- key: account_id
select
  e.id as account_id, e.name, e.is_listed,
  coalesce(a.type, t.type) as type, s.sector, a.trade, coalesce(a.size, size_band(a.employees), t.size) as size, a.employees, a.annual_revenue,
  coalesce(a.city, t.city) as city, coalesce(a.postcode, t.postcode) as postcode, coalesce(a.region, t.region) as region, coalesce(a.country, t.country) as country, a.channel, o.id as owner_id, a.parent_id, a.parent_name,
  a.siren, a.domain, a.phone, a.email, a.vat, a.tags, a.created_at, a.source, a._file, a._row
from listed_and_mentioned('core.listed_accounts', 'core.account_spellings') as e
left join staging.accounts as a on coalesce(a.id, a.name) = case when e.is_listed then e.id end
left join core.account_traits as t on t.account_id = e.id
left join core.sector_links as s on s.mentioned_name = coalesce(a.sector, t.sector)
left join core.owner_links as o
  on o.mentioned_id is not distinct from a.owner_id and o.mentioned_name is not distinct from a.owner_name
