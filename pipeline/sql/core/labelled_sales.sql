-- grain: one sale and the labels of the segments that it counts under; of one of several products also each of them, and of their families, with what its lines bring
-- key: sale_id, account_labels, product_labels
with fact as not materialized (
  select s.sale_id, s.account_id, s.owner_id, coalesce(s.product_id, m.product_id) as product_id, s.channel, s.kind, s.sold_at, s.amount, s.cost, m.order_id is not null as is_mixed
  from core.sales as s left join core.mixed_orders as m on m.order_id = s.sale_id)
select sale_id, account, owner, sold_at, amount, cost, account_labels, owner_labels, fact_labels, case when is_mixed then [] else product_labels end as product_labels
from labelled(fact)
union all
select s.sale_id, coalesce(a.account, 0), coalesce(w.number, 0), s.sold_at, p.amount, p.cost, [], [], [], [l.label]
from core.sale_parts as p
join core.sales as s on s.sale_id = p.sale_id
join core.labels as l on l.dimension = p.dimension and l.segment = p.segment
left join core.account_labels as a on a.account_id = s.account_id
left join core.owner_labels as w on w.owner_id = s.owner_id
where p.dimension = 'product' or exists (from core.sale_facts as f join core.products as d on d.product_id = f.product_id where d.family is not null)
-- reads core.account_labels, core.owner_labels, core.product_labels, core.labels through the macro
