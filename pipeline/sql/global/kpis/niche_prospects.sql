-- position: 118
-- theme: acquire
-- unit: count
-- kind: count
-- direction: none
-- needs: accounts
-- label_en: Prospects that look like a better niche
-- label_fr: Prospects semblables à une meilleure niche
-- formula_en: accounts that never ordered, of a niche whose win rate, margin or retention is above the rest’s by more than chance (marts.niche_prospects names and ranks them)
-- formula_fr: comptes qui n’ont jamais commandé, d’une niche dont le taux de transformation, la marge ou la fidélisation dépasse les autres plus que par hasard (marts.niche_prospects les nomme et les classe)
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: niche_prospect
select g.dimension, g.segment, case when grouping(f.owner_id) = 0 then f.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  count(*) as numerator, count(*) as n, 0 as excluded
from marts.niche_prospects as a
join core.account_facts as f on f.id = a.account_id
join core.account_segments as g on g.id = a.account_id
join core.periods as p on p.period = 'all'
group by grouping sets (
  (g.dimension, g.segment, f.owner_id, p.period, p.period_start, p.period_end),
  (g.dimension, g.segment, p.period, p.period_start, p.period_end))
