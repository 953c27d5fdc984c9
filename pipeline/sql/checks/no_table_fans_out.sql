-- says: no row of the exports becomes two
with counted as (
  select 'orders' as table_name, (select count(*) from core.orders) as made, (select count(*) from staging.orders) + (select count(*) from staging.order_lines) as read
  union all select 'opportunities', (select count(*) from core.opportunities), (select count(*) from staging.opportunities)
  union all select 'activities', (select count(*) from core.activities), (select count(*) from staging.activities)
  union all select 'leads', (select count(*) from core.leads), (select count(*) from staging.leads)
  union all select 'quotes', (select count(*) from core.quotes), (select count(*) from staging.quotes)
  union all select 'complaints', (select count(*) from core.complaints), (select count(*) from staging.complaints)
  union all select 'surveys', (select count(*) from core.surveys), (select count(*) from staging.surveys)
  union all select 'actions', (select count(*) from core.actions), (select count(*) from staging.actions)
  union all select 'contracts', (select count(*) from core.contracts), (select count(*) from staging.contracts)
  union all select 'sales and their segments', (select count(*) from core.sale_segments where dimension = 'all'), (select count(*) from core.sales))
select * from counted where made > read
