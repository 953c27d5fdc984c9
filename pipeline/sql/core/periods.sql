-- grain: one period; all are half-open and the whole base is one of them
-- key: period, period_start
with month as (
  select unnest(generate_series(date_trunc('month', data_from), date_trunc('month', as_of), interval 1 month))::date as month_start
  from core.run)
select 'all' as period, data_from as period_start, as_of + 1 as period_end from core.run
union all
select 'ttm', ttm_start, as_of + 1 from core.run
union all
select distinct 'year', date_trunc('year', month_start)::date, (date_trunc('year', month_start) + interval 1 year)::date from month
union all
select distinct 'quarter', date_trunc('quarter', month_start)::date, (date_trunc('quarter', month_start) + interval 3 month)::date from month
union all
select 'month', month_start, (month_start + interval 1 month)::date from month
