-- grain: one sale, in numbers
-- key: position
-- flags: 1 an order, 2 an order of amount zero, 4 its cost is known, 8 it is not, 16 of a family that the customer did not buy before, 32 of several products (page.parts)
select row_number() over (order by c.account, s.sold_at, s.sale_id) as position,
  c.account, page_day(s.sold_at, r.first_day) as day, c.owner, case when m.order_id is null then c.product else 0 end as product, c.channel, c.kind,
  page_amount(s.amount) as amount, page_amount(s.cost) as cost,
  case when s.amount > 0 then 1 when s.amount = 0 then 2 else 0 end + case when s.cost is not null then 4 else 8 end
    + case when f.sale_id is not null then 16 else 0 end + case when m.order_id is not null then 32 else 0 end as flags
from core.sales as s
cross join page.run as r
join coded('core.sale_facts') as c on c.id = s.sale_id
left join per_customer.new_families as f on f.sale_id = s.sale_id and f.dimension = 'all'
left join core.mixed_orders as m on m.order_id = s.sale_id
-- reads core.sale_facts, core.accounts, core.owners, core.products, marts.customer_rfm, marts.customer_potential, page.accounts, page.owners, page.products, page.channels, page.kinds through the macros
