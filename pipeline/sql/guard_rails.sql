-- One KPI up by more than a tenth while another, at whose cost it can be had, falls by more than a tenth, both by more than chance; finished quarters of the whole base within the last twelve months, each against the one before.
insert into marts.rules
with pair(rule, up, down, advice_en, advice_fr) as (values
  ('customers_up_basket_down', 'customers', 'basket_per_order', 'Customers rose by more than 10% while the basket fell by more than 10%: look for split or doubled accounts', 'Plus de 10 % de clients en plus et un panier en baisse de plus de 10 % : cherchez des comptes scindés ou en double'),
  ('revenue_up_margin_rate_down', 'revenue', 'margin_rate', 'Revenue rose while the margin rate fell: look for discounts that buy the growth', 'CA en hausse et taux de marge en baisse : cherchez les remises qui achètent la croissance'),
  ('orders_up_basket_down', 'orders', 'basket_per_order', 'Orders rose while the basket fell: look for orders that were split', 'Commandes en hausse et panier en baisse : cherchez des commandes scindées'),
  ('win_rate_up_opportunities_down', 'win_rate_closed_by_count', 'opportunities_created', 'The win rate rose while fewer opportunities were created: look for deals entered only once they are won', 'Taux de transformation en hausse et moins d’opportunités créées : cherchez des affaires saisies une fois gagnées'),
  ('calls_up_reached_down', 'calls', 'calls_reached', 'Calls rose while fewer of them reached someone: look for calls made for the count', 'Appels en hausse et moins d’appels aboutis : cherchez des appels passés pour le nombre'),
  ('meetings_up_win_rate_down', 'meetings_with_prospects', 'win_rate_closed_by_count', 'Meetings rose while the win rate fell: look for meetings that qualify nobody', 'Rendez-vous en hausse et taux de transformation en baisse : cherchez des rendez-vous qui ne qualifient personne')),
moved as (
  select c.kpi, c.period_start, c.value, c.other_value, c.change
  from marts.comparisons as c cross join core.run as r
  where c.dimension = 'all' and c.period = 'quarter' and c.against = 'previous_period' and c.is_complete and c.is_more_than_noise and c.period_start >= r.ttm_start)
select p.rule, u.period_start::varchar as subject, u.change as figure, d.change as other_figure, p.advice_en, p.advice_fr
from pair as p
join moved as u on u.kpi = p.up
join moved as d on d.kpi = p.down and d.period_start = u.period_start
where u.other_value > 0 and d.other_value > 0 and u.value * 10 > u.other_value * 11 and d.value * 10 < d.other_value * 9;
