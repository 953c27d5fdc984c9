-- label_en: customers, by the day of their first order
-- label_fr: clients, au jour de leur première commande
select g.dimension, g.segment, f.first_order as day, f.account_id as id, a.name as account, f.orders, f.revenue
from per_customer.customer_sales as f
join core.account_segments as g on g.id = f.account_id
left join core.accounts as a on a.account_id = f.account_id
