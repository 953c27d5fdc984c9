-- grain: one point of a Lorenz curve: the smallest customers up to a percent, and what they make together
-- key: measure, percent
with ascending as (
  select measure, earning - rank + 1 as place, earning, in_all, in_all - so_far + amount as made
  from marts.customer_amounts where amount > 0)
select measure, place * 100 // earning as percent, max(place) as customers,
  max(made) as amount, ratio(max(made), max(in_all)) as share
from ascending
group by measure, percent
