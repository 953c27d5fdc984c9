-- grain: one account by the number that the page's facts hold; 0 stands for facts without an account
-- key: account
select row_number() over (order by d.account_id nulls first) - 1 as account, d.account_id,
  case when c.account_id is not null then a.name end as customer, a.city, coalesce(o.owner, 0) as owner,
  d.type, d.sector, d.trade, d.size, d.region, d.country, d.channel, d.rfm, d.quadrant
from described('core.account_facts') as d
left join core.accounts as a on a.account_id = d.account_id
left join per_customer.customer_sales as c on c.account_id = d.account_id
left join page.owners as o on o.owner_id = d.owner_id
-- reads core.account_facts, core.owners, core.products, marts.customer_rfm, marts.customer_potential through the macro
