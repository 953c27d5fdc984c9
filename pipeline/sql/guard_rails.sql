-- One KPI up by more than a tenth while another, at whose cost it can be had, falls by more than a tenth; finished quarters of the whole base.
insert into marts.rules
with pair(rule, up, down, advice_en, advice_fr) as (values
  ('revenue_up_margin_rate_down', 'revenue', 'margin_rate', 'Revenue rose while the margin rate fell: look for discounts that buy the growth', 'CA en hausse et taux de marge en baisse : cherchez les remises qui achètent la croissance'),
  ('orders_up_basket_down', 'orders', 'basket_per_order', 'Orders rose while the basket fell: look for orders that were split', 'Commandes en hausse et panier en baisse : cherchez des commandes scindées'),
  ('win_rate_up_opportunities_down', 'win_rate_closed_by_count', 'opportunities_created', 'The win rate rose while fewer opportunities were created: look for deals entered only once they are won', 'Taux de transformation en hausse et moins d’opportunités créées : cherchez des affaires saisies une fois gagnées'),
  ('calls_up_reached_down', 'calls', 'calls_reached', 'Calls rose while fewer of them reached someone: look for calls made for the count', 'Appels en hausse et moins d’appels aboutis : cherchez des appels passés pour le nombre'),
  ('meetings_up_win_rate_down', 'meetings_with_prospects', 'win_rate_closed_by_count', 'Meetings rose while the win rate fell: look for meetings that qualify nobody', 'Rendez-vous en hausse et taux de transformation en baisse : cherchez des rendez-vous qui ne qualifient personne')),
quarter as (
  select kpi, period_start, value, lag(value) over (partition by kpi order by period_start) as before
  from marts.kpis
  where dimension = 'all' and owner_id is null and period = 'quarter' and period_end <= (select as_of + 1 from core.run))
select p.rule, u.period_start::varchar as subject, ratio(u.value, u.before) - 1 as figure, ratio(d.value, d.before) - 1 as other_figure, p.advice_en, p.advice_fr
from pair as p
join quarter as u on u.kpi = p.up
join quarter as d on d.kpi = p.down and d.period_start = u.period_start
where u.before > 0 and d.before > 0 and u.value * 10 > u.before * 11 and d.value * 10 < d.before * 9;
