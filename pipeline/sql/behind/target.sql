-- label_en: targets of the period
-- label_fr: objectifs de la période
select f.dimension, f.segment, null::date as day, f.metric as id, f.metric, f.target, f.months, f.period_start as starts, f.period_end as ends
from parts.target_periods as f
