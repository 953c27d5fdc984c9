-- grain: one line of an order, invoice or credit note from the first day of the data to the as-of date that is a sale
-- key: _file, _row
-- joins: as written
-- Where a folder's orders and invoices are the same sales, the ones stand for the others.
select
  coalesce(o.id, o._file || '#' || o._row) as order_id, a.id as account_id, coalesce(w.id, '(unknown)') as owner_id, p.id as product_id,
  case when s.counts_as = 'credit' then 'credit note' when not s.is_document then o.kind end as kind,
  o.ordered_at, o.promised_at, case when o.delivered_at <= r.as_of then o.delivered_at end as delivered_at,
  case when o.paid_at <= r.as_of then o.paid_at end as paid_at,
  case when s.counts_as = 'credit' then -abs(o.amount) else o.amount end as amount,
  case when s.counts_as = 'credit' then -abs(o.cost) else o.cost end as cost,
  o.source, o._file, o._row
from core.order_entries as o
join core.order_statuses as s on s._file = o._file and s.kind is not distinct from o.kind and s.status is not distinct from o.status
cross join core.run as r
left join core.orders_aside as n on n.document_id = coalesce(o.id, o._file || '#' || o._row) and n._file = o._file
left join core.account_links as a
  on a.mentioned_id is not distinct from o.account_id and a.mentioned_name is not distinct from o.account_name
left join core.owner_links as w
  on w.mentioned_id is not distinct from o.owner_id and w.mentioned_name is not distinct from o.owner_name
left join core.product_links as p
  on p.mentioned_id is not distinct from o.product_id and p.mentioned_name is not distinct from product_called(o.product_id, o.product_name, o.product_family)
where o.ordered_at between r.data_from and r.as_of and o.amount is not null
  and s.counts_as in ('sale', 'credit') and (o.cancelled_at is null or o.cancelled_at > r.as_of) and n.document_id is null
