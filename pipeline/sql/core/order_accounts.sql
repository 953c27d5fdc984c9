-- grain: one order that a complaint or an answer to a survey names, and its customer where it has one; a number that two shops use names neither's order
-- key: order_id
with named as (
  select order_id from staging.surveys where order_id is not null
  union
  select order_id from staging.complaints where order_id is not null)
select o.id as order_id, min(a.id) as account_id
from staging.orders as o
join named as n on n.order_id = o.id
join core.account_links as a
  on a.mentioned_id is not distinct from o.account_id and a.mentioned_name is not distinct from o.account_name
where o.id not in (select h.id[:length(h.id) - length(s.suffix)] from staging.orders as h join staging.order_shops as s on s.file = h._file where h.id is not null)
group by o.id
having count(distinct a.id) = 1
