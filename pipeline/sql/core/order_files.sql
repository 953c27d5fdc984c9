-- grain: one file of orders, invoices or credit notes, or of their lines, and what its rows are
-- key: _file
-- Rows that name their kind say it best, then the heading of their numbers, the file's name, the heading of their days.
with kinds as (
  select _file, case when bool_or(status_says(kind, 'invoice')) then 'invoice' when bool_or(status_says(kind, 'order')) then 'order' end as said
  from (select distinct _file, kind from staging.orders where kind is not null) group by _file),
headings as (
  select file, min(header) filter (where column_name in ('id', 'order_id')) as number, min(header) filter (where column_name = 'ordered_at') as day
  from staging.columns where table_name in ('orders', 'order_lines') group by file)
select f.file as _file, coalesce(k.said, document_said(h.number), document_said(f.file), document_said(h.day)) as says
from staging.files as f
left join kinds as k on k._file = f.file
left join headings as h on h.file = f.file
where f.table_name in ('orders', 'order_lines')
