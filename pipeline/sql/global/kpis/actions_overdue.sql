-- position: 96
-- theme: team
-- unit: count
-- kind: count
-- direction: down
-- needs: actions
-- label_en: Actions overdue
-- label_fr: Actions en retard
-- formula_en: actions open at the as-of date whose due day is over
-- formula_fr: actions ouvertes à la date d’arrêté dont l’échéance est passée
-- excluded_en: open actions without a due date
-- excluded_fr: actions ouvertes sans échéance
-- numerator_rows: open_action where is_overdue
select g.dimension, g.segment, case when grouping(t.owner_id) = 0 then t.owner_id end as owner_id, p.period, p.period_start, p.period_end,
  count(*) filter (where t.due_at < r.as_of) as numerator, count(t.due_at) as n, count(*) - count(t.due_at) as excluded
from core.actions as t
cross join core.run as r
join core.action_segments as g on g.id = t.action_id
join core.periods as p on p.period = 'all'
where t.state = 'open'
group by grouping sets (
  (g.dimension, g.segment, t.owner_id, p.period, p.period_start, p.period_end),
  (g.dimension, g.segment, p.period, p.period_start, p.period_end))
