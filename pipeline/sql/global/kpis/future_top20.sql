-- position: 114
-- theme: value
-- unit: count
-- kind: count
-- direction: up
-- needs: sales
-- after: scores
-- label_en: Future 20/80
-- label_fr: Futurs 20/80
-- formula_en: customers outside the 20% largest at the as-of date that the models name for them after the horizon, by their calibrated chance (marts.scores says each one’s, marts.model_card how far to believe it)
-- formula_fr: clients hors des 20 % premiers à la date d’arrêté que les modèles y voient à l’horizon, par leur probabilité calibrée (marts.scores donne celle de chacun, marts.model_card jusqu’où la croire)
-- excluded_en: customers without a score
-- excluded_fr: clients sans score
-- numerator_rows: customer where id in (select account_id from marts.scores where future_2080)
-- denominator_rows: customer where id in (select account_id from marts.scores where not in_top20_now)
select g.dimension, g.segment, case when grouping(f.owner_id) = 0 then f.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  count(*) filter (where s.future_2080) as numerator, count(*) filter (where not s.in_top20_now) as denominator, count(s.p_top20) as n, count(*) - count(s.p_top20) as excluded
from (select account_id, coalesce(owner_id, '(unknown)') as owner_id from marts.customers) as f
left join marts.scores as s on s.account_id = f.account_id
join core.account_segments as g on g.id = f.account_id
join core.periods as p on p.period = 'all'
where exists (from marts.scores where p_top20 is not null)
group by grouping sets (
  (g.dimension, g.segment, f.owner_id, p.period, p.period_start, p.period_end),
  (g.dimension, g.segment, p.period, p.period_start, p.period_end))
