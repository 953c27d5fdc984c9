-- grain: one order or invoice, where some files hold orders and others invoices
-- key: side, document_id
-- joins: as written
with side as (
  select _file, case says when 'invoice' then 'invoices' else 'orders' end as side from core.order_files where says is distinct from 'credit'),
told as (
  select * from side where (select count(distinct side) from side) = 2)
select t.side, coalesce(o.id, o._file || '#' || o._row) as document_id, min(o.order_ref) as order_ref, min(a.id) as account_id, min(o.ordered_at) as day, sum(o.amount) as amount
from core.order_entries as o
join told as t on t._file = o._file
join core.order_statuses as s on s._file = o._file and s.kind is not distinct from o.kind and s.status is not distinct from o.status and s.counts_as = 'sale'
left join core.account_links as a
  on a.mentioned_id is not distinct from o.account_id and a.mentioned_name is not distinct from o.account_name
where o.amount is not null
group by all
