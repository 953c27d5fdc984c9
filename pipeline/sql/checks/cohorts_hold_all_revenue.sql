-- says: the cohorts' revenue is the customers' revenue
select c.revenue, s.revenue as of_customers
from (select coalesce(sum(revenue), 0) as revenue from marts.cohorts) as c
cross join (select coalesce(sum(revenue), 0) as revenue from per_customer.customer_sales) as s
where c.revenue <> s.revenue
