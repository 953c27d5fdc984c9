-- grain: one customer at the as-of date
-- key: account_id
select
  c.account_id, a.name, c.first_order, c.last_order, c.orders, c.revenue, c.margin, p.amount as profit, s.cost_to_serve,
  v.rank as rank_revenue, v.cumulative_share as cumulative_share_revenue, v.in_pareto as in_pareto_revenue,
  m.rank as rank_margin, m.cumulative_share as cumulative_share_margin, m.in_pareto as in_pareto_margin,
  p.rank as rank_profit, p.cumulative_share as cumulative_share_profit, p.in_pareto as in_pareto_profit,
  r.as_of - c.last_order as recency, h.usual_gap::double as usual_gap,
  f.recency_score, f.frequency_score, f.monetary_score, f.rfm, t.potential, t.quadrant, t.is_star,
  c.orders_ttm, c.revenue_ttm, c.revenue_before, c.orders_ttm >= 2 as is_recurring,
  revenue_trend(c.first_order >= r.ttm_start, c.revenue_ttm, c.revenue_before) as trend,
  case when h.gaps >= 2 then silence_limit(h.gaps, h.gap_days) end as silence_limit,
  case when h.gaps >= 2 then silence_chance(h.gaps, h.gap_days, r.as_of - c.last_order) end as p_silence,
  w.silence_days as lost_after,
  case when r.as_of - c.last_order >= w.silence_days then c.last_order + w.silence_days end as lost_at,
  coalesce(r.as_of - c.last_order > silence_limit, false) and r.as_of - c.last_order < w.silence_days as dropped_off,
  case when dropped_off then c.last_order + ceil(silence_limit)::int end as drop_off_since,
  case when dropped_off then c.revenue_last_year end as at_stake,
  a.type, a.sector, a.trade, a.size, a.region, a.country, a.channel, a.city, coalesce(a.owner_id, c.last_owner_id) as owner_id, o.name as owner
from per_customer.customer_sales as c
cross join core.run as r
join core.accounts as a on a.account_id = c.account_id
join marts.customer_amounts as v on v.account_id = c.account_id and v.measure = 'revenue'
left join marts.customer_amounts as m on m.account_id = c.account_id and m.measure = 'margin'
left join marts.customer_amounts as p on p.account_id = c.account_id and p.measure = 'profit'
join per_customer.lost_after as w on w.account_id = c.account_id
join marts.customer_rfm as f on f.account_id = c.account_id
join marts.customer_potential as t on t.account_id = c.account_id
left join per_customer.cost_to_serve as s on s.account_id = c.account_id
left join per_customer.rhythm as h on h.account_id = c.account_id
left join core.owners as o on o.owner_id = coalesce(a.owner_id, c.last_owner_id)
