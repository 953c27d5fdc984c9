-- says: the sensitivity table's row for the rule in use is the attrition that is shown
select s.lost, s.at_start, p.lost as shown, p.at_start as shown_at_start
from marts.attrition_sensitivity as s
join parts.spell_periods as p on p.period = 'ttm' and p.dimension = 'all' and p.owner_id is null
where s.factor = 1 and (s.lost <> p.lost or s.at_start <> p.at_start)
