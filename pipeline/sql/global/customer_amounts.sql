-- grain: one customer's revenue, margin or profit
-- key: measure, account_id
with profit as (
  select c.account_id, c.margin - coalesce(s.cost_to_serve, 0) as profit
  from per_customer.customer_sales as c
  left join per_customer.cost_to_serve as s on s.account_id = c.account_id
  where exists (from core.activities)),
amount as (
  select account_id, 'revenue' as measure, revenue as amount from per_customer.customer_sales
  union all
  select account_id, 'margin', margin from per_customer.customer_sales where margin is not null
  union all
  select account_id, 'profit', profit from profit where profit is not null)
select *, pareto_holds(amount, so_far, in_all) as in_pareto, ratio(so_far, in_all) as cumulative_share
from ranked_amounts(amount)
