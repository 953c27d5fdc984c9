-- position: 117
-- theme: value
-- unit: ratio
-- kind: rate
-- direction: none
-- needs: sales
-- label_en: Customers in a niche that is above the rest
-- label_fr: Clients d’une niche au-dessus des autres
-- formula_en: customers of a sector, trade, region, size, type or country whose win rate, margin or retention is above the rest’s by more than chance (exact test, false discoveries held to 5% over all niches tried: marts.niches) / customers so far
-- formula_fr: clients d’un secteur, métier, région, taille, type ou pays dont le taux de transformation, la marge ou la fidélisation dépasse les autres plus que par hasard (test exact, fausses découvertes tenues à 5 % sur toutes les niches essayées : marts.niches) / clients depuis l’origine
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: customer where id in (select g.id from core.account_segments as g join marts.niches as n on n.dimension = g.dimension and n.segment = g.segment where n.is_better)
-- denominator_rows: customer
with alike as (
  select distinct g.id
  from core.account_segments as g join marts.niches as n on n.dimension = g.dimension and n.segment = g.segment
  where n.is_better)
select g.dimension, g.segment, case when grouping(f.owner_id) = 0 then f.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  count(a.id) as numerator, count(*) as denominator, count(*) as n, 0 as excluded
from (select account_id, coalesce(owner_id, '(unknown)') as owner_id from marts.customers) as f
join core.account_segments as g on g.id = f.account_id
left join alike as a on a.id = f.account_id
join core.periods as p on p.period = 'all'
group by grouping sets (
  (g.dimension, g.segment, f.owner_id, p.period, p.period_start, p.period_end),
  (g.dimension, g.segment, p.period, p.period_start, p.period_end))
