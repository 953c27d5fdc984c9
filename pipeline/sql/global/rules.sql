-- grain: one guard rail that asks for a look
-- key: rule, subject
select 'target_without_measure' as rule, coalesce(owner, team, '(all)') || ' ' || metric as subject, count(*)::double as figure, 0::double as other_figure,
  'A target that no sale of the period measures' as advice_en, 'Un objectif qu’aucune vente de la période ne mesure' as advice_fr
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
