-- What came in and what moved since the last run of the folder. A run that finds nothing new adds no line.
create temporary table last_run as
select coalesce(max(run), 0) as run from former_runs;

create temporary table files_now as
with here as (
  select file, any_value(table_name) as table_name, any_value(sha256) as sha256, sum(rows_read)::bigint as rows_read, sum(rows_kept)::bigint as rows_kept, sum(rows_rejected)::bigint as rows_rejected
  from staging.files group by file),
before as (
  select f.file, f.table_name, f.sha256 from former_run_files as f join last_run as l on l.run = f.run where f.state <> 'gone')
select
  file, coalesce(h.table_name, b.table_name) as table_name,
  case when h.sha256 is null then 'gone' when b.sha256 is null then 'new' when h.sha256 = b.sha256 then 'unchanged' else 'changed' end as state,
  coalesce(h.sha256, b.sha256) as sha256, coalesce(h.rows_read, 0) as rows_read, coalesce(h.rows_kept, 0) as rows_kept, coalesce(h.rows_rejected, 0) as rows_rejected
from here as h full join before as b using (file);

create temporary table kpis_now as
with here as (
  select kpi, period, value from marts.kpis
  where dimension = 'all' and owner_id is null and period in ('all', 'ttm') and value is not null),
before as (
  select k.kpi, k.period, k.value from former_run_kpis as k join last_run as l on l.run = k.run where k.value is not null)
select kpi, period, h.value, b.value as value_before
from here as h full join before as b using (kpi, period);

create temporary table this_run as
select l.run + 1 as run, r.as_of, r.data_to, r.version
from last_run as l cross join core.run as r
where l.run = 0
  or exists (from files_now where state <> 'unchanged')
  or exists (from kpis_now where value is distinct from value_before)
  or not exists (from former_runs as f where f.run = l.run and f.as_of = r.as_of and f.version = r.version);

create table marts.runs as
from former_runs
union all
select t.run, t.as_of, t.data_to, t.version,
  (select count(*) from files_now where state = 'new')::integer, (select count(*) from files_now where state = 'changed')::integer,
  (select count(*) from files_now where state = 'unchanged')::integer, (select count(*) from files_now where state = 'gone')::integer,
  (select sum(rows_read) from files_now)::bigint, (select sum(rows_kept) from files_now)::bigint, (select sum(rows_rejected) from files_now)::bigint,
  (select count(*) from kpis_now where value is distinct from value_before)::integer
from this_run as t
order by run;

create table marts.run_files as
from former_run_files
union all
select t.run, f.file, f.table_name, f.state, f.sha256, f.rows_read, f.rows_kept, f.rows_rejected
from this_run as t cross join files_now as f
order by run, file;

create table marts.run_kpis as
from former_run_kpis
union all
select t.run, k.kpi, k.period, k.value, k.value_before
from this_run as t cross join kpis_now as k
order by run, kpi, period;

drop table last_run;
drop table files_now;
drop table kpis_now;
drop table this_run;
