-- says: the customers' revenue, with that of sales without a customer, is the whole revenue
with c as (select coalesce(sum(revenue), 0) as revenue from per_customer.customer_sales),
s as (
  select coalesce(sum(amount), 0)::decimal(38, 4) as revenue from core.sales
  where account_id in (select account_id from per_customer.customer_sales))
select c.revenue as customers, s.revenue as sales from c cross join s where c.revenue <> s.revenue
