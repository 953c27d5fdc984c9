-- grain: one segment's customers by an amount: how much of it the first of them have
-- key: measure, dimension, segment
-- Only amounts above zero are shared out, the greatest first; ties by id, as in marts.customer_amounts.
with held as (
  select c.measure, c.amount, c.rank, unnest(g.labels) as label
  from marts.customer_amounts as c join core.labelled_accounts as g on g.id = c.account_id),
placed as (
  select measure, label, amount, row_number() over (partition by measure, label order by rank) as place,
    count(*) filter (where amount > 0) over (partition by measure, label) as earning
  from held)
select p.measure, l.dimension, l.segment, count(*) as customers, any_value(p.earning) as earning,
  sum(p.amount) filter (where p.amount > 0) as total,
  sum(p.amount) filter (where p.amount > 0 and p.place * 5 <= p.earning) as of_top_fifth,
  sum((p.earning - p.place + 1) * p.amount) filter (where p.amount > 0) as ranked_total
from placed as p join core.labels as l on l.label = p.label
group by p.measure, l.dimension, l.segment
