-- shown: id, account, last_order, orders, revenue
-- label_en: customers, as they stand at the as-of date
-- label_fr: clients, tels qu’ils sont à la date d’arrêté
select g.dimension, g.segment, null::date as day, f.account_id as id, f.name as account, f.last_order, f.orders, f.revenue, f.margin, f.profit, f.trend, f.lost_at, f.dropped_off, f.at_stake,
  f.is_recurring, f.is_star, f.silence_limit, f.in_pareto_revenue, f.in_pareto_margin, f.in_pareto_profit, f.rfm, f.quadrant
from marts.customers as f
join core.account_segments as g on g.id = f.account_id
