-- grain: revenue and margin from the month after the last finished one to the end of the year
-- key: measure
-- Each month to come is the same month last year times how this year's finished months compare with theirs, where that did better
-- over the finished year's months than the same month last year alone; else the latter.
with month as (
  select p.period_start as month, m.measure, m.amount
  from core.periods as p
  join parts.sale_periods as s on s.period = 'month' and s.period_start = p.period_start and s.dimension = 'all' and s.owner_id is null
  cross join core.run as r
  cross join lateral (values ('revenue', s.revenue), ('margin', case when s.costed > 0 then s.costed_revenue - s.cost end)) as m(measure, amount)
  where p.period = 'month' and p.period_end <= r.as_of + 1 and p.period_start >= r.data_from and m.amount is not null),
compared as (
  select n.measure, n.month, n.amount, b.amount as before,
    sum(n.amount) over earlier as so_far, sum(b.amount) over earlier as before_so_far
  from month as n
  join month as b on b.measure = n.measure and b.month = (n.month - interval 12 month)::date
  window earlier as (partition by n.measure order by n.month rows between 12 preceding and 1 preceding)),
past as (
  select measure, count(*) as months, sum(abs(amount - before)) as error_naive,
    sum(abs(amount - before * ratio(so_far, before_so_far))::decimal(18, 4)) as error_scaled, sum(abs(amount)) as amount,
    sum(square(amount - before * ratio(so_far, before_so_far))) as squares_scaled, sum(square(amount - before)) as squares_naive
  from compared where so_far is not null and before_so_far > 0 group by measure),
trend as (
  select measure, ratio(sum(amount), sum(before)) as factor
  from (select *, row_number() over (partition by measure order by month desc) as age from compared) as recent
  where age <= 12 group by measure),
year as (
  select r.as_of, date_trunc('year', r.as_of)::date as starts, (date_trunc('year', r.as_of) + interval 12 month)::date as ends from core.run as r),
known as (
  select m.measure, coalesce(sum(m.amount) filter (where m.month >= y.starts), 0) as so_far, max(m.month) as last_month
  from month as m cross join year as y group by m.measure),
to_come as (
  select m.measure, sum(m.amount) as before, count(*) as months
  from month as m join known as k on k.measure = m.measure cross join year as y
  where m.month > (k.last_month - interval 12 month)::date and m.month < (y.ends - interval 12 month)::date
  group by m.measure),
joined as (
  select k.measure, y.starts as year_start, k.so_far, k.last_month, coalesce(c.months, 0) as months_to_come, coalesce(c.before, 0) as before,
    p.months as months_tried, p.error_scaled < p.error_naive as is_scaled, t.factor,
    ratio(p.error_naive, p.amount) as error_naive, ratio(p.error_scaled, p.amount) as error_scaled,
    sqrt(ratio(case when p.error_scaled < p.error_naive then p.squares_scaled else p.squares_naive end, p.months)) as month_error
  from known as k cross join year as y
  left join to_come as c on c.measure = k.measure left join past as p on p.measure = k.measure left join trend as t on t.measure = k.measure)
select measure, year_start, last_month, months_to_come, so_far::double as so_far,
  case when is_scaled then 'last_year_scaled' else 'same_month_last_year' end as rule, error_naive, error_scaled, months_tried,
  round(so_far + before * case when is_scaled then factor else 1 end, 2) as forecast,
  round(so_far + before * case when is_scaled then factor else 1 end - 1.96 * month_error * sqrt(months_to_come), 2) as low,
  round(so_far + before * case when is_scaled then factor else 1 end + 1.96 * month_error * sqrt(months_to_come), 2) as high
from joined
where before > 0 or months_to_come = 0
