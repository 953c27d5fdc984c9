-- grain: one segment's customers by an amount: how much of it the first of them have
-- key: measure, dimension, segment
-- Only amounts above zero are shared out, the greatest first; ties by id, as in marts.customer_amounts.
with held as not materialized (
  select c.measure, c.amount, c.rank, unnest(g.labels) as label
  from marts.customer_amounts as c join core.labelled_accounts as g on g.id = c.account_id),
counted as (
  select measure, label, count(*) as customers, count(*) filter (where amount > 0) as earning from held group by measure, label),
placed as (
  select measure, label, amount, row_number() over (partition by measure, label order by rank) as place from held where amount > 0),
shared as (
  select p.measure, p.label, sum(p.amount) as total, sum(p.amount) filter (where p.place * 5 <= c.earning) as of_top_fifth,
    sum((c.earning - p.place + 1) * p.amount) as ranked_total
  from placed as p join counted as c on c.measure = p.measure and c.label = p.label
  group by p.measure, p.label)
select c.measure, l.dimension, l.segment, c.customers, c.earning, s.total, s.of_top_fifth, s.ranked_total
from counted as c
join core.labels as l on l.label = c.label
left join shared as s on s.measure = c.measure and s.label = c.label
