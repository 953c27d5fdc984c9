-- grain: one customer that an earlier run scored, what it has ordered since, and whether it stayed: under contract then, where it was, else by ordering
-- key: account_id
-- amounts are margins where every sale has a cost, else revenue
select p.account_id, p.as_of, p.horizon_days, p.elapsed_days, p.p_churn, p.p_top20, p.expected_amount, p.in_top20_now, p.future_2080,
  coalesce(
    any_value(case when t.account_id is not null then t.lost_at is null or t.ends_at > p.as_of + p.elapsed_days or coalesce(t.back_at <= p.as_of + p.elapsed_days, false) end),
    count(s.sale_id) > 0) as has_stayed,
  coalesce(sum(case when v.is_costed then s.amount - s.cost else s.amount end), 0)::double precision as amount
from core.past_scores as p
cross join core.coverage as v
left join core.sales as s on s.account_id = p.account_id and s.amount > 0 and s.sold_at > p.as_of and s.sold_at <= p.as_of + p.elapsed_days
left join per_customer.contract_spells as t on t.account_id = p.account_id and t.started_at <= p.as_of and (t.ends_at is null or t.ends_at > p.as_of)
where p.is_compared
group by all
