-- says: the new customers of all months are the customers so far
select n.customers, c.customers as so_far
from (select coalesce(sum(new_customers), 0) as customers from parts.acquisition_periods where dimension = 'all' and owner_id is null and period = 'month') as n
cross join (select count(*) as customers from per_customer.customer_sales) as c
where n.customers <> c.customers
