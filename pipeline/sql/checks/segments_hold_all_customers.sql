-- says: the customers of every dimension's segments, and of every owner, add up to all customers
select c.dimension, c.owner_id is null as all_owners, sum(c.customers) as customers
from marts.customer_cells as c
where c.dimension not in (select dimension from marts.dimensions where is_overlapping)
group by c.dimension, all_owners
having sum(c.customers) <> (select count(*) from marts.customers)
