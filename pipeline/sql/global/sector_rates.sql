-- grain: one sector at a cutoff: what its customers had done by then
-- key: sector, cutoff
select w.sector, r.cutoff, ratio(count(*) filter (where r.recency < p.learnt_days), count(*)) as sector_active,
  ratio(sum(a.revenue_recent::decimal(18, 4)), count(*)) as sector_revenue
from per_customer.rhythm_features as r
join per_customer.panel as p on p.account_id = r.account_id and p.cutoff = r.cutoff
join per_customer.amount_features as a on a.account_id = r.account_id and a.cutoff = r.cutoff
join core.accounts as w on w.account_id = r.account_id and w.sector is not null
group by w.sector, r.cutoff
