-- grain: one customer that an earlier run scored, and what it has ordered since
-- key: account_id
-- amounts are margins where every sale has a cost, else revenue
select p.account_id, p.as_of, p.horizon_days, p.elapsed_days, p.p_churn, p.p_top20, p.expected_amount, p.in_top20_now, p.future_2080,
  count(s.sale_id) > 0 as has_ordered,
  coalesce(sum(case when (select count(*) = count(cost) from core.sales where amount > 0) then s.amount - s.cost else s.amount end), 0)::double precision as amount
from core.past_scores as p
left join core.sales as s on s.account_id = p.account_id and s.amount > 0 and s.sold_at > p.as_of and s.sold_at <= p.as_of + p.elapsed_days
where p.is_compared
group by all
