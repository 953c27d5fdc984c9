-- says: a KPI has one figure for a segment, an owner and a period
select kpi, dimension, segment, owner_id, period, period_start, count(*) as copies
from marts.kpis
group by kpi, dimension, segment, owner_id, period, period_start
having count(*) > 1
