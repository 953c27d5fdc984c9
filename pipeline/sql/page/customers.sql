-- grain: one customer at the as-of date, in numbers
-- key: account
-- flags: 1 in the Pareto set by revenue, 2 by margin, 4 by profit, 8 a star, 16 buys again, 32 new, 64 rising, 128 falling, 256 lost,
-- 512 judged for silence, 1024 dropped off, 2048 its margin is known, 4096 its profit is known
-- changes, from a year before its last order to its loss or the as-of date: 1 a late delivery, 2 another owner, 4 a complaint, 8 a higher price
select a.account, page_day(c.first_order, r.first_day) as first_order, page_day(c.last_order, r.first_day) as last_order, c.orders,
  page_amount(c.revenue) as revenue, page_amount(c.margin) as margin, page_amount(c.profit) as profit, page_amount(c.at_stake) as at_stake,
  (coalesce(c.in_pareto_revenue, false)::int + coalesce(c.in_pareto_margin, false)::int * 2 + coalesce(c.in_pareto_profit, false)::int * 4
    + coalesce(c.is_star, false)::int * 8 + c.is_recurring::int * 16
    + case c.trend when 'new' then 32 when 'rising' then 64 when 'falling' then 128 else 0 end
    + (c.lost_at is not null)::int * 256 + (c.lost_at is null and c.silence_limit is not null)::int * 512
    + c.dropped_off::int * 1024 + (c.margin is not null)::int * 2048 + (c.profit is not null)::int * 4096)::int as flags,
  coalesce(h.changes, 0) as changes,
  row_number() over (order by a.account) as position
from marts.customers as c
cross join page.run as r
join page.accounts as a on a.account_id = c.account_id
left join (
  select account_id, sum(case change when 'late_delivery' then 1 when 'owner_change' then 2 when 'complaint' then 4 else 8 end)::int as changes
  from marts.account_changes where is_before group by account_id) as h on h.account_id = c.account_id
