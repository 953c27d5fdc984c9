-- grain: one product family and the time within which its customers usually buy it again
-- key: family
-- The upper quartile of its customers' own usual gaps, each customer once; of all families where fewer than ten customers show one, a year where none does.
with every as (
  select count(*) as customers, percentile_disc(0.75) within group (order by usual_gap) as days from per_customer.family_gaps),
own as (
  select family, count(*) as customers, percentile_disc(0.75) within group (order by usual_gap) as days from per_customer.family_gaps group by family)
select f.family, coalesce(o.customers, 0) as customers,
  ceil(case when o.customers >= 10 then o.days when e.customers >= 10 then e.days else 365 end)::int as usual_days
from (select distinct family from per_customer.family_purchases) as f
cross join every as e
left join own as o on o.family = f.family
