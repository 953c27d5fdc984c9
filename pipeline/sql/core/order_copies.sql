-- grain: one order of a file whose sales another file has too, under other numbers: the same customers, days and amounts for more than nine in ten
-- key: _file, document_id
-- joins: as written
-- Sales that are alike anyway, such as a monthly fee, tell nothing: most of those that meet differ in day or amount. The smaller file's are set aside.
with file_of as (
  select _file, says from core.order_files where says is distinct from 'credit' and (select count(*) from core.order_files) > 1),
span as (
  select f._file, f.says, min(o.ordered_at) as first_day, max(o.ordered_at) as last_day
  from core.order_entries as o join file_of as f on f._file = o._file group by all),
pair as (
  select a._file as one, b._file as other
  from span as a join span as b on a._file < b._file and (a.says is not distinct from 'invoice') = (b.says is not distinct from 'invoice') and a.first_day <= b.last_day and b.first_day <= a.last_day),
document as (
  select o._file, coalesce(o.id, o._file || '#' || o._row) as document_id, min(a.id) as account_id, min(o.ordered_at) as day, sum(o.amount) as amount
  from core.order_entries as o
  semi join (select one as _file from pair union select other from pair) as p on p._file = o._file
  join core.order_statuses as s on s._file = o._file and s.kind is not distinct from o.kind and s.status is not distinct from o.status and s.counts_as = 'sale'
  left join core.account_links as a
    on a.mentioned_id is not distinct from o.account_id and a.mentioned_name is not distinct from o.account_name
  where o.amount is not null
  group by all),
size as (
  select _file, count(*) as documents from document group by all),
numbered as (
  select *, row_number() over (partition by _file, account_id, day, amount order by document_id) as nth from document where account_id is not null and amount <> 0),
ordered as (
  select case when a.documents > b.documents then p.one else p.other end as kept, case when a.documents > b.documents then p.other else p.one end as copy, least(a.documents, b.documents) as documents
  from pair as p join size as a on a._file = p.one join size as b on b._file = p.other),
met as (
  select o.copy, o.kept, o.documents, c.document_id, c.day, c.amount
  from ordered as o
  join numbered as c on c._file = o.copy
  join numbered as k on k._file = o.kept and k.account_id = c.account_id and k.day = c.day and k.amount = c.amount and k.nth = c.nth),
told as (
  select copy, kept, count(*) as alike from met group by copy, kept, documents
  having count(*) * 10 > documents * 9 and count(*) >= 5 and count(distinct (day, amount)) * 2 > count(*)
  qualify row_number() over (partition by copy order by alike desc, kept) = 1)
select m.copy as _file, m.document_id, m.kept as stands_in, m.documents, m.amount from met as m join told as t on t.copy = m.copy and t.kept = m.kept
