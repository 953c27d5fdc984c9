-- grain: one file and table, with the rows whose key a later row bears too; the later one counts
-- key: table_name, file
-- Rows of one order in one file are its lines; an order that is in several files is taken from the last.
with account as (
  select coalesce(id, name) as key, _file, _row from staging.accounts),
owner as (
  select coalesce(id, name) as key, _file, _row from staging.owners),
product as (
  select coalesce(id, name) as key, _file, _row from staging.products),
opportunity as (
  select id as key, _file, _row from staging.opportunities),
activity as (
  select id as key, _file, _row from staging.activities),
lead as (
  select id as key, _file, _row from staging.leads),
quote as (
  select id as key, _file, _row from staging.quotes),
complaint as (
  select id as key, _file, _row from staging.complaints),
survey as (
  select id as key, _file, _row from staging.surveys),
order_in_files as (
  select id, max(_file) as last_file from staging.orders where id is not null group by id having min(_file) <> max(_file)),
found as (
  select 'accounts' as table_name, * from replaced(account)
  union all select 'owners', * from replaced(owner)
  union all select 'products', * from replaced(product)
  union all select 'opportunities', * from replaced(opportunity)
  union all select 'activities', * from replaced(activity)
  union all select 'leads', * from replaced(lead)
  union all select 'quotes', * from replaced(quote)
  union all select 'complaints', * from replaced(complaint)
  union all select 'surveys', * from replaced(survey)
  union all select 'orders', o._file from staging.orders as o join order_in_files as f on f.id = o.id and o._file <> f.last_file)
select table_name, _file as file, count(*) as "rows" from found group by all order by all
