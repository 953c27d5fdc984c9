-- grain: one customer that bought within the horizon before a cutoff or is under contract at it; only facts up to the cutoff
-- key: account_id, cutoff
-- shards: per_customer.rhythm_features
-- What an export does not bring is missing here, and the models then do without it.
select
  r.*, a.* exclude (account_id, cutoff),
  t.* exclude (account_id, cutoff), o.* exclude (account_id, cutoff),
  case when exists (from core.complaints) then coalesce(c.complaints, 0) end as complaints,
  case when exists (from core.complaints) then coalesce(c.complaints_recent, 0) end as complaints_recent,
  case when exists (from core.complaints) then coalesce(c.complaints_open, 0) end as complaints_open,
  c.satisfaction, c.satisfaction_change, d.* exclude (account_id, cutoff), v.* exclude (account_id, cutoff), k.* exclude (account_id, cutoff, contracts_running),
  case when exists (from core.contracts) then coalesce(k.contracts_running, 0) end as contracts_running, g.sector_active, ratio(a.revenue_recent, g.sector_revenue) as peer_ratio, w.employees::double precision as employees
from per_customer.rhythm_features as r
join per_customer.panel as p on p.account_id = r.account_id and p.cutoff = r.cutoff
join per_customer.amount_features as a on a.account_id = r.account_id and a.cutoff = r.cutoff
left join per_customer.contact_features as t on t.account_id = r.account_id and t.cutoff = r.cutoff
left join per_customer.owner_features as o on o.account_id = r.account_id and o.cutoff = r.cutoff
left join per_customer.care_features as c on c.account_id = r.account_id and c.cutoff = r.cutoff
left join per_customer.delivery_features as d on d.account_id = r.account_id and d.cutoff = r.cutoff
left join per_customer.discount_features as v on v.account_id = r.account_id and v.cutoff = r.cutoff
left join per_customer.contract_features as k on k.account_id = r.account_id and k.cutoff = r.cutoff
left join core.accounts as w on w.account_id = r.account_id
left join marts.sector_rates as g on g.cutoff = r.cutoff and g.sector = w.sector
where r.recency < p.horizon_days or k.contracts_running > 0
