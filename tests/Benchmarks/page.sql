-- Facts of a firm that does not exist, straight as the page reads them: 36 months, 8 dimensions; three opportunities for twenty orders.
create macro customers() as getvariable('customers');
create macro orders() as getvariable('orders');
create macro u(i, k) as (hash(hash(i) + k) % 1000003) / 1000003.0;
create macro bell(i, k) as (u(i, k) + u(i, k + 1) + u(i, k + 2) + u(i, k + 3) - 2) * 1.732;
create macro price(i, k) as (round(exp(5.2 + 0.8 * bell(i, k)) * 100) * 100)::bigint;
create macro pick(list, i, k) as list[1 + (u(i, k) * len(list))::int % len(list)];

insert into marts.run values ('2025-12-31', '2023-01-01', '2025-12-31', 'EUR', 'orders', 'Benchmark', '0');
insert into marts.dimensions values ('sector', 1, 'Sector', 'Secteur', 8, null), ('type', 2, 'Type', 'Type', 4, null), ('size', 3, 'Size', 'Taille', 4, null),
  ('region', 4, 'Region', 'Région', 13, null), ('channel', 5, 'Channel', 'Canal', 6, null), ('family', 6, 'Family', 'Famille', 8, null), ('owner', 7, 'Owner', 'Commercial', 50, null), ('rfm', 8, 'RFM', 'RFM', 8, null);
insert into marts.kpi_catalog values
  ('revenue', 1, 'amount', 'sum', 'up', '', null, 'Revenue', 'CA', 'x', 'x', 'x', 'x'), ('win_rate_closed_by_count', 2, 'ratio', 'rate', 'up', '', null, 'Win rate', 'x', 'x', 'x', 'x', 'x'),
  ('win_rate_closed_by_amount', 3, 'ratio', 'share', 'up', '', null, 'By amount', 'x', 'x', 'x', 'x', 'x'), ('basket_per_order', 4, 'amount', 'mean', 'up', '', null, 'Basket', 'x', 'x', 'x', 'x', 'x'),
  ('basket_median', 5, 'amount', 'median', 'up', '', null, 'Median', 'x', 'x', 'x', 'x', 'x'), ('sales_cycle_mean', 6, 'days', 'mean', 'down', '', null, 'Cycle', 'x', 'x', 'x', 'x', 'x'),
  ('sales_cycle_median', 7, 'days', 'median', 'down', '', null, 'Median cycle', 'x', 'x', 'x', 'x', 'x'), ('opportunities_created', 8, 'count', 'count', 'up', '', null, 'Created', 'x', 'x', 'x', 'x', 'x'),
  ('opportunities_open', 9, 'count', 'count', 'none', '', null, 'Open', 'x', 'x', 'x', 'x', 'x'), ('cac', 10, 'amount', 'share', 'down', '', null, 'CAC', 'x', 'x', 'x', 'x', 'x'),
  ('attrition', 11, 'ratio', 'rate', 'down', '', null, 'Attrition', 'x', 'x', 'x', 'x', 'x'), ('pareto_customers', 12, 'count', 'count', 'none', '', null, 'Pareto', 'x', 'x', 'x', 'x', 'x'),
  ('pareto_top20_share', 13, 'ratio', 'share', 'none', '', null, 'Top', 'x', 'x', 'x', 'x', 'x'), ('margin', 14, 'amount', 'sum', 'up', '', null, 'Margin', 'x', 'x', 'x', 'x', 'x'), ('margin_rate', 15, 'ratio', 'share', 'up', '', null, 'Margin rate', 'x', 'x', 'x', 'x', 'x'),
  ('satisfaction', 16, 'score', 'mean', 'up', '', null, 'Satisfaction', 'x', 'x', 'x', 'x', 'x'), ('net_promoter_score', 17, 'ratio', 'mean', 'up', '', null, 'NPS', 'x', 'x', 'x', 'x', 'x'),
  ('complaints_per_order', 18, 'ratio', 'share', 'down', '', null, 'Complaints', 'x', 'x', 'x', 'x', 'x');
-- Figures of the first view, as many as a run makes.
insert into marts.kpis
select kpi, 'all', 'all', null, 'month', m, m + interval 1 month, 100, 200, 0.5 + u(month(m), 1), 200, 0, 0.4, 0.6
from (select kpi from marts.kpi_catalog), (select (date '2023-01-01' + to_months(i::int))::date as m from range(36) as r(i));
insert into marts.kpis
select kpi, dimension, segment, null, period, start, stop, 100, 200, 0.5, 200, 0, 0.4, 0.6
from (select kpi from marts.kpi_catalog)
  cross join (values ('all', '2023-01-01'::date, '2026-01-01'::date), ('ttm', '2025-01-01', '2026-01-01'), ('year', '2023-01-01', '2024-01-01'), ('year', '2024-01-01', '2025-01-01'), ('year', '2025-01-01', '2026-01-01')) as p(period, start, stop)
  cross join (select 'all' as dimension, 'all' as segment union all select 'sector', 'sector ' || i from range(8) as r(i));
insert into marts.kpis
select kpi, 'all', 'all', null, 'quarter', q, q + interval 3 month, 100, 200, 0.5 + u(month(q), 2), 200, 0, 0.4, 0.6
from (select kpi from marts.kpi_catalog where position > 15), (select (date '2023-01-01' + to_months(3 * i::int))::date as q from range(12) as r(i));
insert into marts.customers (account_id, name, revenue, rank_revenue, cumulative_share_revenue, in_pareto_revenue)
select i::varchar, 'Customer ' || i, 1000000 / i, i, i / customers(), i <= customers() / 5 from range(1, customers() + 1) as r(i);

insert into page.run values ('2023-01-01', 1095, 731, 0, 0);
create or replace table page.owners as select i as owner, 'o' || i as owner_id, case when i > 0 then 'Owner ' || i end as name, null::varchar as manager, null::varchar as team from range(51) as r(i);
create or replace table page.products as select i as product, null::varchar as product_id, null::varchar as name, case when i > 0 then 'Family ' || i end as family from range(9) as r(i);
create or replace table page.channels as select i as channel, case when i > 0 then 'Channel ' || i end as name from range(7) as r(i);
create or replace table page.kinds as select 0 as kind, null::varchar as name;
create or replace table page.accounts as
select i as account, i::varchar as account_id, case when i > 0 then pick(['Atelier', 'Garage', 'Maison', 'Boulangerie', 'Clinique', 'Transports'], i, 11) || ' ' || pick(['Martin', 'Moreau', 'Lefèvre', 'Petit', 'Roux', 'Faure', 'Girard', 'Bonnet'], i, 12) || ' ' || (u(i, 13) * 100000)::int end as customer,
  null::varchar as city, case when i > 0 then 1 + i % 50 else 0 end as owner,
  pick(['ETI', 'GE', 'PME', 'TPE'], i, 1) as type, 'sector ' || (u(i, 2) * 7)::int as sector, null::varchar as trade, pick(['1–9', '10–249', '250–4999', '≥ 5000'], i, 3) as size,
  'region ' || (u(i, 4) * 12)::int as region, null::varchar as country, 'Channel ' || (1 + (u(i, 5) * 5)::int) as channel, 'rfm ' || (u(i, 6) * 7)::int as rfm, null::varchar as quadrant
from range(customers() + 1) as r(i);
create or replace table page.sales as
with drawn as (
  select i, (1 + floor(pow(u(i, 1), 1.4) * customers()))::int as account, floor(u(i, 2) * 1096)::int as day, price(i, 20) as amount from range(orders()) as r(i))
select row_number() over (order by account, day, i) as position, account, day, 1 + account % 50 as owner,
  1 + (case when u(i, 3) < 0.6 then u(account, 7) else u(i, 4) end * 7)::int as product, 1 + (u(account, 5) * 5)::int as channel, 0 as kind, amount, 0 as cost, 9 as flags
from drawn;
create or replace table page.opportunities as
with drawn as (
  select i, (1 + floor(u(i, 31) * customers()))::int as account, floor(u(i, 32) * 1096)::int as created, floor(-ln(1 - u(i, 33)) * 45)::int as days, price(i, 40) as amount, u(i, 34) as fate from range(orders() * 3 // 20) as r(i))
select row_number() over (order by account, created, i) as position, account, created, case when created + days > 1095 then -1 else created + days end as closed,
  1 + account % 50 as owner, 1 + (u(i, 35) * 7)::int as product, 1 + (u(account, 5) * 5)::int as channel, amount, -1 as contacts,
  8 + case when created + days > 1095 then 4 when fate < 0.4 then 1 else 2 end as flags,
  case when created + days <= 1095 and fate >= 0.4 then 1 + (u(i, 36) * 5)::int else 0 end as reason
from drawn;
create or replace table page.leads as select row_number() over (order by account, day, i) as position, * exclude (i) from (select i, 1 + (u(i, 51) * (customers() - 1))::int as account, floor(u(i, 52) * 1096)::int as day, 0 as owner, 1 + (u(i, 53) * 5)::int as channel, 1 + 2 * (u(i, 54) < 0.3)::int as flags, -1 as waited, 0 as campaign from range(customers()) as r(i));
create or replace table page.acquisition as select row_number() over (order by account) as position, account, min(day) as day, -2 as later, 0 as amount, 1 as flags from page.sales group by account;
create or replace table page.spend as select i as position, 1 + i % 6 as channel, 0 as campaign, (i // 6) * 30 as day, (i // 6) * 30 as later, 50000000 as amount from range(216) as r(i);
create or replace table page.activities as select 0 as position, 0 as account, 0 as day, 0 as owner, 0 as minutes, 0 as flags where false;
create or replace table page.satisfaction as
with drawn as (select i, 1 + (u(i, 61) * (customers() - 1))::int as account, floor(u(i, 62) * 1096)::int as day, u(i, 63) < 0.4 as complains, (u(i, 64) * 10)::int as score from range(orders() // 20) as r(i))
select row_number() over (order by account, day, i) as position, account, day,
  case when complains then 1 + 32 * (day > 731)::int + 128 * (u(i, 65) < 0.7)::int
    else case when score >= 9 then 6 when score <= 6 then 10 else 2 end + 64 * (row_number() over (partition by account, complains order by day desc, i desc) = 1)::int end as flags,
  case when complains then 0 else score * 10000 end as score, case when complains then 1 + (u(i, 66) * 5)::int else 0 end as reason
from drawn;
create or replace table page.spells as
select row_number() over (order by account) as position, account, min(day) as started, max(day) as last, max(day) + 240 as ends, -1 as back, max(day) + 240 as due from page.sales group by account;
create or replace table page.customers as
select row_number() over (order by account) as position, account, min(day) as first_order, max(day) as last_order, count(*) as orders, sum(amount)::bigint as revenue, 0 as margin, 0 as profit, 0 as at_stake,
  (sum(amount) > 60000000)::int as flags, (u(account, 61) < 0.3)::int + 2 * (u(account, 62) < 0.2)::int + 4 * (u(account, 63) < 0.1)::int + 8 * (u(account, 64) < 0.5)::int as changes from page.sales group by account;
create or replace table page.parts as select 0 as position, 0 as product, 0 as amount, 0 as cost, 0 as flags where false;
insert into page.loss_reasons select i, case when i > 0 then 'Reason ' || i end from range(7) as r(i);
insert into page.complaint_reasons from page.loss_reasons;
insert into page.prospects select i, customers() + i, 'Prospect ' || pick(['Martin', 'Moreau', 'Lefèvre', 'Petit'], i, 71) || ' ' || (u(i, 72) * 100000)::int from range(1, 2001) as r(i);
