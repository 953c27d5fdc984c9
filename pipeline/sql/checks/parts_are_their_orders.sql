-- says: what an order of several products counts with under each of them, and under each of their families, adds up to its amount and its cost
select s.sale_id, p.dimension, sum(p.amount) as amount, s.amount as of_order, sum(p.cost) as cost, s.cost as cost_of_order
from core.sale_parts as p
join core.sales as s on s.sale_id = p.sale_id
group by s.sale_id, p.dimension, s.amount, s.cost
having sum(p.amount) <> s.amount or sum(p.cost) is distinct from s.cost
