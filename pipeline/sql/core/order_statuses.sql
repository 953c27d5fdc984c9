-- grain: one kind and status of order in one file, as the export spells them, and what such rows count as
-- key: _file, kind, status
-- Cancelled orders, drafts and quotes are no sales; a credit is deducted whatever its sign; where a file has both orders and invoices, its invoices are the sales.
-- A status in words that nobody told us counts as a sale, and is named.
with spelling as (
  select _file, kind, status, count(*) as "rows", sum(amount) as amount from core.order_entries group by all),
said as (
  select *,
    status_says(status, 'partly') or status_says(kind, 'partly') as partly,
    status_says(status, 'cancelled') or status_says(kind, 'cancelled') as cancelled,
    (status_says(status, 'draft') or status_says(kind, 'draft')) and not status_says(status, 'accepted') as draft,
    status_says(kind, 'credit') as credit,
    status_says(kind, 'invoice') as invoice,
    status_says(kind, 'order') and not regexp_matches(status_text(kind), ' (first|new|repeat|premiere|nouvelle|primera|nueva) ') as ordered,
    status is null or exists (from staging.status_words as w where contains(status_text(status), ' ' || w.word || ' ')) as is_known
  from spelling)
select s._file, s.kind, s.status, s."rows", s.amount,
  case
    when partly then 'sale' when cancelled then 'cancelled' when draft then 'draft'
    when credit or f.says = 'credit' and not invoice and not ordered then 'credit'
    when ordered and not invoice and bool_or(invoice) over (partition by s._file) then 'invoiced'
    else 'sale' end as counts_as,
  credit or invoice or ordered as is_document, is_known
from said as s
left join core.order_files as f on f._file = s._file
order by s._file, s.kind, s.status
