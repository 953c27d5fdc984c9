-- grain: one sale under one segment of a dimension, with the part of its amount and cost that counts there
-- key: sale_id, dimension, segment
-- as: view
-- A sale of several products counts in each, and in each of their families, with what their lines bring; all parts of a dimension are the whole.
select s.* replace (coalesce(p.amount, s.amount) as amount, case when p.sale_id is null then s.cost else p.cost end as cost), g.dimension, g.segment
from core.sale_segments as g
join core.sales as s on s.sale_id = g.id
left join core.sale_parts as p on p.sale_id = g.id and p.dimension = g.dimension and p.segment = g.segment
