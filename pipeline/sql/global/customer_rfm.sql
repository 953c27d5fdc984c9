-- grain: one customer's recency, frequency and monetary quintiles (5 is best; equal customers get equal marks)
-- key: account_id
with marked as (
  select account_id, orders,
    1 + 5 * (rank() over (order by last_order) - 1) // count(*) over () as recency_score,
    1 + 5 * (rank() over (order by orders) - 1) // count(*) over () as frequency_score,
    1 + 5 * (rank() over (order by revenue) - 1) // count(*) over () as monetary_score
  from per_customer.customer_sales)
select account_id, recency_score, frequency_score, monetary_score,
  case
    when recency_score >= 4 and frequency_score + monetary_score >= 8 then 'champions'
    when recency_score >= 3 and frequency_score + monetary_score >= 6 then 'loyal'
    when recency_score >= 4 and orders = 1 then 'new'
    when recency_score >= 4 then 'promising'
    when recency_score = 3 then 'needs attention'
    when frequency_score + monetary_score >= 7 then 'at risk'
    when recency_score = 2 then 'dormant'
    else 'lost'
  end as rfm
from marked
