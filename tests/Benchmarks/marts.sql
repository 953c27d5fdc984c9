-- A firm that does not exist, straight into the tables that files are read into: ten orders a customer over three years, an opportunity, half a lead and two activities each.
create macro u(i, k) as (hash(hash(i) + k) % 1000003) / 1000003.0;
create macro pick(list, i, k) as list[1 + (u(i, k) * len(list))::int % len(list)];
insert into landing.owners by name select 'o' || i as id, 'Owner ' || i as name, 'Team ' || i % 5 as team, 'Manager ' || i % 10 as manager, 40 + i % 20 as hourly_cost, 'owners' as _file from range(50) as r(i);
insert into landing.products by name select 'p' || i as id, 'Product ' || i as name, 'Family ' || i % 8 as family, 'products' as _file from range(40) as r(i);
insert into landing.accounts by name
select 'a' || i as id, 'Company ' || i as name, pick(['ETI', 'GE', 'PME', 'TPE'], i, 1) as type, 'Sector ' || (u(i, 2) * 12)::int as sector, (u(i, 3) * 500)::int as employees,
  'Region ' || (u(i, 4) * 13)::int as region, 'Channel ' || (u(i, 5) * 6)::int as channel, 'o' || i % 50 as owner_id, date '2022-06-01' + (u(i, 6) * 900)::int as created_at, 'accounts' as _file
from range(getvariable('customers')) as r(i);
insert into landing.orders by name
select 'c' || i as id, 'a' || floor(pow(u(i, 11), 1.5) * getvariable('customers'))::bigint as account_id, 'p' || (u(i, 12) * 39)::int as product_id,
  date '2023-01-01' + floor(u(i, 13) * 1096)::int as ordered_at, round(exp(5.2 + 0.8 * (u(i, 14) + u(i, 15) + u(i, 16) + u(i, 17) - 2) * 1.732), 2) as amount, round(amount * (0.5 + 0.4 * u(i, 18)), 2) as cost,
  'orders' as _file
from range(getvariable('customers') * 10) as r(i);
insert into landing.opportunities by name
select 'd' || i as id, 'a' || floor(u(i, 21) * getvariable('customers'))::bigint as account_id, 'o' || i % 50 as owner_id, 'p' || (u(i, 22) * 39)::int as product_id,
  date '2023-01-01' + floor(u(i, 23) * 1000)::int as created_at, created_at + floor(u(i, 24) * 120)::int as closed_at, pick(['Won', 'Lost', 'Open'], i, 25) as stage, round(1000 * u(i, 26), 2) as amount, 'opportunities' as _file
from range(getvariable('customers')) as r(i);
insert into landing.leads by name
select 'l' || i as id, 'a' || floor(u(i, 31) * getvariable('customers'))::bigint as account_id, date '2023-01-01' + floor(u(i, 32) * 1000)::int as detected_at, 'Channel ' || (u(i, 33) * 6)::int as channel, 'leads' as _file
from range(getvariable('customers') // 2) as r(i);
insert into landing.activities by name
select 't' || i as id, 'a' || floor(u(i, 41) * getvariable('customers'))::bigint as account_id, 'o' || i % 50 as owner_id, pick(['Call', 'E-mail', 'Visit', 'Meeting'], i, 42) as kind, date '2023-01-01' + floor(u(i, 43) * 1096)::int as acted_at, (5 + u(i, 44) * 60)::int as minutes, true as reached, 'activities' as _file
from range(getvariable('customers') * 2) as r(i);
insert into landing.marketing_spend by name
select (date '2023-01-01' + to_months(m::int))::date as spent_at, 'Channel ' || c as channel, 1000 * (1 + c) as amount, 'spend' as _file from range(36) as a(m), range(7) as b(c);
insert into landing.complaints by name
select 'k' || i as id, 'a' || floor(u(i, 51) * getvariable('customers'))::bigint as account_id, date '2023-01-01' + floor(u(i, 52) * 1096)::int as made_at, made_at + 10 as resolved_at, 'Reason ' || i % 5 as reason, 'complaints' as _file from range(getvariable('customers') // 10) as r(i);
insert into landing.surveys by name
select 's' || i as id, 'a' || floor(u(i, 61) * getvariable('customers'))::bigint as account_id, date '2023-01-01' + floor(u(i, 62) * 1096)::int as answered_at, (u(i, 63) * 10)::int as score, 10 as scale, 'surveys' as _file from range(getvariable('customers') // 5) as r(i);
delete from staging.files;
insert into staging.files by name
select f as file, f as table_name, 'Benchmark' as crm, 0 as rows_read, 0 as rows_kept, 0 as rows_rejected, 0 as first_row, 1 as file_number, 2 as first_line
from unnest(['owners', 'products', 'accounts', 'orders', 'opportunities', 'leads', 'activities', 'spend', 'complaints', 'surveys']) as t(f);
