-- grain: one owner over the last twelve months: where its time goes and where its revenue comes from
-- key: owner_id
with sold as (
  select s.owner_id, sum(s.amount) as revenue, sum(s.amount) filter (where c.first_order >= r.ttm_start) as revenue_new
  from core.sales as s
  cross join core.run as r
  left join per_customer.customer_sales as c on c.account_id = s.account_id
  where s.sold_at >= r.ttm_start
  group by s.owner_id),
busy as (
  select owner_id, minutes, prospect_minutes from parts.activity_periods
  where dimension = 'all' and period = 'ttm' and owner_id is not null),
shared as (
  select o.owner_id, o.name, s.revenue, ratio(s.revenue_new, s.revenue) as new_revenue_share,
    b.minutes / 60 as hours, ratio(b.prospect_minutes, b.minutes) as prospecting_share
  from core.owners as o
  left join sold as s on s.owner_id = o.owner_id
  left join busy as b on b.owner_id = o.owner_id)
select *,
  case when prospecting_share >= 0.5 then 'hunter' when prospecting_share < 0.5 then 'farmer' end as profile,
  abs(prospecting_share - new_revenue_share) > 0.3 as time_and_revenue_disagree
from shared
