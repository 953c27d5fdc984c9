-- grain: one guard rail that asks for a look
-- key: rule, subject
-- Customers up while the basket falls: accounts may have been split or doubled.
with half as (
  select b.period_start, b.customers, s.ordered, s.orders, lag(b.customers) over w as customers_before, lag(s.ordered) over w as ordered_before, lag(s.orders) over w as orders_before
  from marts.active_customers as b
  join parts.sale_periods as s using (dimension, segment, period, period_start)
  where b.dimension = 'all' and b.period = 'quarter' and b.owner_id is null and s.owner_id is null and b.period_end <= (select as_of + 1 from core.run)
  window w as (order by b.period_start))
select 'customers_up_basket_down' as rule, period_start::varchar as subject, ratio(customers, customers_before) - 1 as figure, ratio(ordered * orders_before, orders * ordered_before) - 1 as other_figure,
  'Customers rose by more than 10 % while the basket fell by more than 10 %: look for split or doubled accounts' as advice_en,
  'Plus de 10 % de clients en plus et un panier en baisse de plus de 10 % : cherchez des comptes scindés ou en double' as advice_fr
from half
where customers * 10 > customers_before * 11 and ordered * orders_before * 10 < orders * ordered_before * 9
union all
select 'target_without_measure', coalesce(owner, team, '(all)') || ' ' || metric, count(*), 0,
  'A target that no sale of the period measures', 'Un objectif qu’aucune vente de la période ne mesure'
from core.targets as t
where t.owner is not null and not exists (from core.sales as s where s.owner_id = t.owner_id)
group by coalesce(owner, team, '(all)') || ' ' || metric
