-- position: 113
-- theme: keep
-- unit: ratio
-- kind: rate
-- direction: none
-- needs: sales, complaints
-- label_en: Lost customers that had complained
-- label_fr: Clients perdus qui s’étaient plaints
-- formula_en: customers lost that made a complaint from a year before their last order to their loss / customers lost; it went along with the loss, which is no proof: marts.loss_causes and marts.loss_changes set it, and what else changed, against those who stayed
-- formula_fr: clients perdus ayant fait une réclamation, d’un an avant leur dernière commande à leur perte / clients perdus ; une association, pas une preuve : marts.loss_causes et marts.loss_changes la comparent, avec ce qui a changé d’autre, aux clients restés
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: customer where lost_at is not null and exists (from core.complaints as k where k.account_id = id and k.made_at > last_order - 365 and k.made_at <= lost_at)
-- denominator_rows: customer where lost_at is not null
with gone as (
  select c.account_id, coalesce(c.owner_id, '(unknown)') as owner_id,
    exists (from core.complaints as k where k.account_id = c.account_id and k.made_at > c.last_order - 365 and k.made_at <= c.lost_at) as complained
  from marts.customers as c where c.lost_at is not null)
select g.dimension, g.segment, case when grouping(l.owner_id) = 0 then l.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  count(*) filter (where l.complained) as numerator, count(*) as denominator, count(*) as n, 0 as excluded
from gone as l
join core.account_segments as g on g.id = l.account_id
join core.periods as p on p.period = 'all'
group by grouping sets (
  (g.dimension, g.segment, l.owner_id, p.period, p.period_start, p.period_end),
  (g.dimension, g.segment, p.period, p.period_start, p.period_end))
