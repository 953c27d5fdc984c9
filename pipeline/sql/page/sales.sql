-- grain: one sale, in numbers
-- key: position
-- ranges: core.sales
-- flags: 1 an order, 2 an order of amount zero, 4 its cost is known, 8 it is not, 16 of a family that the customer did not buy before, 32 of several products (page.parts)
with fact as not materialized (
  select s.sale_id, s.account_id, s.owner_id, coalesce(s.product_id, m.product_id) as product_id, s.channel, s.kind, s.sold_at, s.amount, s.cost, m.order_id is not null as is_mixed
  from core.sales as s left join core.mixed_orders as m on m.order_id = s.sale_id)
select coalesce(getvariable('placed'), 0) + row_number() over () as position, * from (
  select c.account, page_day(c.sold_at, r.first_day) as day, c.owner, case when c.is_mixed then 0 else c.product end as product, c.channel, c.kind,
    page_amount(c.amount) as amount, page_amount(c.cost) as cost,
    case when c.amount > 0 then 1 when c.amount = 0 then 2 else 0 end + case when c.cost is not null then 4 else 8 end
      + case when f.sale_id is not null then 16 else 0 end + case when c.is_mixed then 32 else 0 end as flags
  from coded(fact) as c
  cross join page.run as r
  left join per_customer.new_families as f on f.sale_id = c.sale_id and f.dimension = 'all'
  order by c.account, c.sold_at, c.sale_id)
-- reads core.accounts, page.accounts, page.owners, page.products, page.channels, page.kinds through the macro
