-- grain: one sector (or all of them) and how long its customers' long gaps between orders are
-- key: sector
-- Each customer counts once, so that those who order often do not shorten the others' patience.
-- Under ten customers a percentile says nothing yet; a year is taken.
with known as (
  select r.gap_p95, coalesce(a.sector, '(unknown)') as sector
  from per_customer.rhythm as r join core.accounts as a on a.account_id = r.account_id
  where r.gaps >= 3),
usual as (
  select case when grouping(sector) = 0 then sector else '(all)' end as sector, count(*) as customers,
    percentile_disc(0.5) within group (order by gap_p95) as middle, percentile_disc(0.75) within group (order by gap_p95) as upper_quartile,
    percentile_disc(0.95) within group (order by gap_p95) as p95
  from known group by grouping sets ((sector), ()))
select sector, customers,
  case when customers >= 10 then ceil(middle) else 365 end::int as least_days,
  case when customers >= 10 then ceil(upper_quartile) else 365 end::int as usual_days,
  case when customers >= 10 then ceil(p95) else 365 end::int as most_days
from usual
where customers >= 10 or sector = '(all)'
