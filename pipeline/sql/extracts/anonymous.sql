-- The same figures without anyone's name, in a copy of the tables that pages are drawn from: codes by descending revenue, so that their order tells nothing of the names.
create table code as
select row_number() over (order by c.revenue desc nulls last, c.orders desc nulls last, c.first_order, a.account) as number, a.account, a.account_id
from page.accounts as a left join page.customers as c using (account) where a.account > 0;
create table label as select number, account, account_id, 'Client ' || lpad(number::varchar, greatest(4, length((max(number) over ())::varchar))::int, '0') as name from code;

create table renamed as
with used as (
  select 'owner' as dimension, owner_id as id, name, owner as place from page.owners where owner > 0
  union all
  select 'product', product_id, name, product from page.products where product > 0),
grouped as (
  select 'manager' as dimension, manager as name from page.owners where manager is not null
  union
  select 'team', team from page.owners where team is not null
  union
  select 'family', family from page.products where family is not null),
weight as (
  select 'owner' as dimension, owner as place, sum(amount) as amount from page.sales group by owner
  union all
  select 'product', product, sum(amount) from (select product, amount from page.sales union all select product, amount from page.parts) as sold group by product),
numbered as (
  select u.dimension, u.id, u.name, row_number() over (partition by u.dimension order by w.amount desc nulls last, u.place) as number
  from used as u left join weight as w using (dimension, place)
  union all
  select dimension, null, name, row_number() over (partition by dimension order by md5(name)) from grouped)
select dimension, id, name, case dimension when 'owner' then 'Agent ' when 'product' then 'Prod. ' when 'manager' then 'Manager ' when 'team' then 'Team ' else 'Fam. ' end || number as code, number
from numbered;

create or replace table page.owners as
select o.* replace (case when o.owner = 0 then o.owner_id else r.code end as owner_id, r.code as name, m.code as manager, t.code as team)
from page.owners as o
left join renamed as r on r.dimension = 'owner' and r.id = o.owner_id
left join renamed as m on m.dimension = 'manager' and m.name = o.manager
left join renamed as t on t.dimension = 'team' and t.name = o.team;
create or replace table page.products as
select p.* replace (r.code as product_id, r.code as name, f.code as family)
from page.products as p
left join renamed as r on r.dimension = 'product' and r.id is not distinct from p.product_id
left join renamed as f on f.dimension = 'family' and f.name = p.family;

create or replace table page.accounts as
select a.* replace (coalesce(l.number, 0) as account, l.name as account_id, if(a.customer is null, null, l.name) as customer, null::varchar as city)
from page.accounts as a left join label as l using (account);
create table moved as
select row_number() over (order by t.position) as sale, row_number() over (order by coalesce(l.number, 0), t.day, t.amount, t.position) as moved
from page.sales as t left join label as l using (account) where t.flags & 32 > 0;
create or replace table page.parts as
select t.* replace (coalesce(l.number, 0) as account, m.moved as sale, row_number() over (order by m.moved, t.position) as position)
from page.parts as t join moved as m using (sale) left join label as l using (account);
create or replace table page.sales as select t.* replace (coalesce(l.number, 0) as account, row_number() over (order by coalesce(l.number, 0), t.day, t.amount, t.position) as position) from page.sales as t left join label as l using (account);
create or replace table page.opportunities as select t.* replace (coalesce(l.number, 0) as account, row_number() over (order by coalesce(l.number, 0), t.created, t.closed, t.amount, t.position) as position) from page.opportunities as t left join label as l using (account);
create or replace table page.leads as select t.* replace (coalesce(l.number, 0) as account, row_number() over (order by coalesce(l.number, 0), t.day, t.position) as position) from page.leads as t left join label as l using (account);
create or replace table page.activities as select t.* replace (coalesce(l.number, 0) as account, row_number() over (order by coalesce(l.number, 0), t.day, t.position) as position) from page.activities as t left join label as l using (account);
create or replace table page.acquisition as select t.* replace (coalesce(l.number, 0) as account, row_number() over (order by coalesce(l.number, 0), t.day, t.position) as position) from page.acquisition as t left join label as l using (account);
create or replace table page.satisfaction as select t.* replace (coalesce(l.number, 0) as account, row_number() over (order by coalesce(l.number, 0), t.day, t.position) as position) from page.satisfaction as t left join label as l using (account);
create or replace table page.spells as select t.* replace (coalesce(l.number, 0) as account, row_number() over (order by coalesce(l.number, 0), t.started) as position) from page.spells as t left join label as l using (account);
create or replace table page.prospects as select t.* replace (l.number as account, l.name as name) from page.prospects as t join label as l using (account);
create or replace table page.customers as select t.* replace (l.number as account, row_number() over (order by l.number) as position) from page.customers as t join label as l using (account);

create or replace table marts.customers as
select c.* replace (l.name as account_id, l.name as name, null::varchar as city, o.code as owner_id, o.code as owner)
from marts.customers as c
join label as l using (account_id)
left join renamed as o on o.dimension = 'owner' and o.id = c.owner_id;
create or replace table marts.scores as select s.* replace (l.name as account_id) from marts.scores as s join label as l using (account_id);
create or replace table marts.targets as
select t.* replace (l.name as account_id, l.name as name, null::varchar as phone, null::varchar as city, o.code as owner, f.code as family_to_offer)
from marts.targets as t
join label as l using (account_id)
left join marts.customers as c on c.account_id = l.name
left join renamed as o on o.dimension = 'owner' and o.code = c.owner_id
left join renamed as f on f.dimension = 'family' and f.name = t.family_to_offer;

-- Segments that are names of people, teams or goods.
create or replace table marts.kpis as
select k.* replace (coalesce(r.code, k.segment) as segment, o.code as owner_id)
from marts.kpis as k
left join renamed as r on r.dimension = k.dimension and r.name = k.segment
left join renamed as o on o.dimension = 'owner' and o.id = k.owner_id
where k.dimension <> 'tag' and (k.dimension not in ('owner', 'manager', 'team', 'product', 'family') or r.code is not null or k.segment = '(unknown)') and (k.owner_id is null or o.code is not null);
create or replace table marts.effort as
select e.* replace (coalesce(r.code, e.segment) as segment) from marts.effort as e left join renamed as r on r.dimension = e.dimension and r.name = e.segment;
create or replace table marts.survival as
select e.* replace (coalesce(r.code, e.segment) as segment) from marts.survival as e left join renamed as r on r.dimension = e.dimension and r.name = e.segment;
create or replace table marts.niches as
select e.* replace (coalesce(r.code, e.segment) as segment) from marts.niches as e left join renamed as r on r.dimension = e.dimension and r.name = e.segment;
create or replace table marts.owner_profiles as
select p.* replace (o.code as owner_id, o.code as name) from marts.owner_profiles as p join renamed as o on o.dimension = 'owner' and o.id = p.owner_id;
create or replace table marts.owner_segments as
select s.* replace (o.code as owner_id, coalesce(r.code, s.segment) as segment)
from marts.owner_segments as s
join renamed as o on o.dimension = 'owner' and o.id = s.owner_id
left join renamed as r on r.dimension = s.dimension and r.name = s.segment
where s.dimension <> 'tag';

-- What people wrote, or what files are called, may name anyone.
delete from page.loss_reasons where name in (select reason from marts.loss_reasons where lost < 5);
delete from marts.loss_reasons where lost < 5;
create temporary table rare as select reason from core.complaints where reason is not null group by reason having count(*) < 5;
delete from page.complaint_reasons where name in (from rare);
delete from marts.loss_causes where cause in (from rare);
update core.complaints set reason = null where reason in (from rare);
drop table rare;
update core.surveys set verbatim = null;
truncate marts.rules;
truncate marts.action_plan;
truncate marts.calls_for_action;
truncate marts.run_files;
truncate marts.duplicates;
truncate marts.niche_prospects;
truncate marts.account_changes;
truncate marts.complaints_before;
truncate marts.last_answers;
truncate staging.rejects;
truncate staging.columns;
truncate staging.links;
truncate marts.assumptions;
update marts.checks set sample = null;
create or replace table staging.files as select f.* replace ('Doc. ' || row_number() over (order by md5(file)) as file, null::varchar as note) from staging.files as f;
update marts.run set title = '–';
