-- position: 16
-- unit: count
-- kind: count
-- direction: none
-- needs: sales
-- label_en: Customers that make 80 % of revenue
-- label_fr: Clients qui font 80 % du CA
-- formula_en: the fewest customers, largest first, whose revenue reaches 80 % of the sum of positive revenues
-- formula_fr: le plus petit nombre de clients, du plus gros au plus petit, dont le CA atteint 80 % de la somme des CA positifs
-- excluded_en: customers whose revenue is zero or less
-- excluded_fr: clients dont le CA est nul ou négatif
select 'all' as dimension, 'all' as segment, null as owner_id, p.period, p.period_start, p.period_end,
  count(*) filter (where c.in_pareto_revenue) as numerator, count(*) filter (where c.revenue > 0) as denominator,
  count(*) as n, count(*) filter (where c.revenue <= 0) as excluded
from marts.customers as c join core.periods as p on p.period = 'all'
group by all
