-- grain: one kind and status of order in one file, as the export spells them, and what such rows count as
-- key: _file, kind, status
-- Cancelled orders, drafts and quotes are no sales; a credit is deducted whatever its sign; where a file has both orders and invoices, its invoices are the sales.
with spelling as (
  select _file, kind, status, count(*) as "rows", sum(amount) as amount from core.order_entries group by all),
said as (
  select *,
    status_says(status, 'partly') or status_says(kind, 'partly') as partly,
    status_says(status, 'cancelled') or status_says(kind, 'cancelled') as cancelled,
    (status_says(status, 'draft') or status_says(kind, 'draft')) and not status_says(status, 'accepted') as draft,
    status_says(kind, 'credit') as credit,
    status_says(kind, 'invoice') as invoice,
    status_says(kind, 'order') and not regexp_matches(status_text(kind), ' (first|new|repeat|premiere|nouvelle|primera|nueva) ') as ordered
  from spelling)
select _file, kind, status, "rows", amount,
  case
    when partly then 'sale' when cancelled then 'cancelled' when draft then 'draft' when credit then 'credit'
    when ordered and not invoice and bool_or(invoice) over (partition by _file) then 'invoiced'
    else 'sale' end as counts_as,
  credit or invoice or ordered as is_document
from said
order by _file, kind, status
