-- label_en: commissions on customers' first orders
-- label_fr: commissions sur les premières commandes des clients
select g.dimension, g.segment, f.ordered_at as day, f.order_id as id, coalesce(a.name, f.account_id) as account, f.commission as amount
from core.order_costs as f
join per_customer.customer_sales as c on c.account_id = f.account_id and c.first_order = f.ordered_at
join core.account_segments as g on g.id = f.account_id
left join core.accounts as a on a.account_id = f.account_id
where f.commission is not null
