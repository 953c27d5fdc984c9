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
  'Customers rose by more than 10% while the basket fell by more than 10%: look for split or doubled accounts' as advice_en,
  'Plus de 10 % de clients en plus et un panier en baisse de plus de 10 % : cherchez des comptes scindés ou en double' as advice_fr
from half
where customers * 10 > customers_before * 11 and ordered * orders_before * 10 < orders * ordered_before * 9
union all
select 'target_without_measure', coalesce(owner, team, '(all)') || ' ' || metric, count(*), 0,
  'A target that no sale of the period measures', 'Un objectif qu’aucune vente de la période ne mesure'
from core.targets as t
where t.owner is not null and not exists (from core.sales as s where s.owner_id = t.owner_id and (t.metric <> 'margin' or s.cost is not null))
  or t.metric not in ('revenue', 'margin')
group by coalesce(owner, team, '(all)') || ' ' || metric
union all
-- Time is the resource: where activities are logged, a target whose owner logged none in its months has nobody at work on it.
select 'target_without_resource', coalesce(owner, team, '(all)') || ' ' || metric, count(*), 0,
  'A target on which no activity is logged in its months: nobody seems to work on it', 'Un objectif sur lequel aucune activité n’est saisie durant ses mois : personne ne semble y travailler'
from core.targets as t cross join core.run as r
where exists (from core.activities) and t.month <= r.as_of and (t.owner is not null or t.team is not null)
  and not exists (
    from core.activities as a join core.owners as o on o.owner_id = a.owner_id
    join core.targets as u on date_trunc('month', a.acted_at) = u.month
    where u.metric = t.metric and u.owner is not distinct from t.owner and u.team is not distinct from t.team
      and (o.owner_id = t.owner_id or t.owner is null and o.team = t.team))
group by coalesce(owner, team, '(all)') || ' ' || metric
