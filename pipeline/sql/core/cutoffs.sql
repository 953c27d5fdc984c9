-- grain: one day from which the models look ahead: the as-of date, and earlier ones a third of a horizon apart whose outcome is known
-- key: cutoff
with step as (
  select as_of, data_from, learnt_days, unnest(range(0, 12))::int as i from core.horizon)
select as_of as cutoff, false as is_labelled from core.horizon
union all
select as_of - learnt_days - i * (learnt_days // 3), true
from step
where as_of - learnt_days - i * (learnt_days // 3) - learnt_days >= data_from
