-- grain: one row: what the exports tell of sales: whether each has a cost, and whether any says when it was delivered
-- key: is_costed
select
  (select count(*) = count(cost) from core.sales where amount > 0) as is_costed,
  (select count(delivered_at) > 0 from core.orders) as tells_delivery
