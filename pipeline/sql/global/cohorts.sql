-- grain: the customers that first ordered in a quarter, some quarters later
-- key: cohort_start, age
-- A credit note older than its customer's first order, whose own order the export does not reach, counts in the cohort's first quarter.
with cohort as (
  select account_id, date_trunc('quarter', min(sold_at))::date as cohort_start from per_customer.order_days group by account_id),
size as (
  select cohort_start, count(*) as customers from cohort group by cohort_start),
bought as (
  select c.cohort_start, greatest(date_diff('quarter', c.cohort_start, s.sold_at), 0) as age,
    count(distinct s.account_id) filter (where s.amount > 0) as active, sum(s.amount)::decimal(38, 4) as revenue
  from cohort as c join core.sales as s on s.account_id = c.account_id
  group by c.cohort_start, greatest(date_diff('quarter', c.cohort_start, s.sold_at), 0)),
later as (
  select z.*, p.period_start, p.period_end, date_diff('quarter', z.cohort_start, p.period_start) as age
  from size as z join core.periods as p on p.period = 'quarter' and p.period_start >= z.cohort_start)
select l.cohort_start, l.age, l.period_start, l.customers, coalesce(b.active, 0) as active, coalesce(b.revenue, 0) as revenue,
  ratio(coalesce(b.active, 0), l.customers) as value, wilson_low(coalesce(b.active, 0), l.customers) as low, wilson_high(coalesce(b.active, 0), l.customers) as high,
  l.period_end <= r.as_of + 1 as is_complete
from later as l
cross join core.run as r
left join bought as b on b.cohort_start = l.cohort_start and b.age = l.age
