-- grain: one order or invoice of one file that is no sale, since the other side of the same sale is one, or the same sale in another file
-- key: _file, document_id
select distinct o._file, d.document_id
from core.order_twins as t
join core.order_documents as d
  on d.side = t.aside and (d.day between t.aside_from and t.aside_to
    or (t.aside = 'orders' and d.document_id in (select order_ref from core.order_documents where side = 'invoices'))
    or (t.aside = 'invoices' and d.order_ref in (select document_id from core.order_documents where side = 'orders')))
join core.order_files as f on (f.says is not distinct from 'invoice') = (d.side = 'invoices') and f.says is distinct from 'credit'
join core.order_entries as o on o._file = f._file and coalesce(o.id, o._file || '#' || o._row) = d.document_id
union
select _file, document_id from core.order_copies
