-- grain: one owner over the last twelve months: where its time goes and where its margin comes from, or its revenue where some sale of the base has no cost
-- key: owner_id
with busy as (
  select owner_id, minutes, prospect_minutes from parts.activity_periods
  where dimension = 'all' and period = 'ttm' and owner_id is not null),
-- Of a loss there is no share.
shared as (
  select o.owner_id, o.name, s.revenue, case when v.is_costed then s.margin end as margin, v.is_costed as is_margin,
    s.sales, s.counted, s.counted_new, case when s.counted > 0 then ratio(s.counted_new, s.counted) end as new_share,
    b.minutes / 60 as hours, ratio(b.prospect_minutes, b.minutes) as prospecting_share
  from core.owners as o
  cross join core.coverage as v
  left join parts.new_and_old as s on s.owner_id = o.owner_id
  left join busy as b on b.owner_id = o.owner_id)
select *,
  case when prospecting_share >= 0.5 then 'hunter' when prospecting_share < 0.5 then 'farmer' end as profile,
  abs(prospecting_share - new_share) > 0.3 as time_and_money_disagree
from shared
