-- What the figures that count customers would be if every likely pair (0.9 or more) were one account; the rest of the figures follow once they are marked.
create table marts.duplicate_effect as
with likely as (
  select account_1, account_2 from marts.duplicates where relation = 'duplicate' and probability >= 0.9),
one as (
  select * from tied(likely)),
sale as (
  select coalesce(o.first_id, s.account_id) as account_id, s.sold_at, s.amount
  from core.sales as s left join one as o on o.account_id = s.account_id
  where s.account_id is not null),
customer as (
  select account_id, sum(amount)::decimal(38, 4) as amount, min(sold_at) filter (where amount > 0) as first_order,
    count(*) filter (where amount > 0 and sold_at >= (select ttm_start from core.run)) as orders_ttm
  from sale group by account_id having count(*) filter (where amount > 0) > 0),
amounts as (
  select account_id, 'revenue' as measure, amount from customer),
ranked as (
  select * from ranked_amounts(amounts)),
figure as (
  select 'customers' as kpi, 'ttm' as period, count(*) filter (where orders_ttm > 0)::double as value from customer
  union all
  select 'customers_ever', 'all', count(*) from customer
  union all
  select 'customers_new', 'ttm', count(*) filter (where first_order >= (select ttm_start from core.run)) from customer
  union all
  select 'recurring_rate', 'all', ratio(count(*) filter (where orders_ttm >= 2), count(*)) from customer
  union all
  select 'pareto_customers', 'all', count(*) filter (where pareto_holds(amount, so_far, in_all)) from ranked
  union all
  select 'pareto_top20_share', 'all', ratio(sum(amount) filter (where rank * 5 <= earning), sum(amount)) from ranked where amount > 0)
select k.kpi, k.period, k.value, coalesce(f.value, ratio(k.numerator, c.value)) as value_if_merged,
  (select count(*) from likely) as pairs
from marts.kpis as k
left join figure as f on f.kpi = k.kpi and f.period = k.period
left join figure as c on k.kpi = 'basket_per_customer' and k.period = 'ttm' and c.kpi = 'customers'
where k.dimension = 'all' and k.owner_id is null and k.value is not null and (f.kpi is not null or c.kpi is not null)
order by k.kpi, k.period
