-- says: the segments of every dimension add up to the whole base
select c.dimension, c.period, c.period_start, sum(c.won) as won, a.won as won_in_all
from parts.opportunity_periods as c
join parts.opportunity_periods as a
  on a.dimension = 'all' and a.owner_id is null and a.period = c.period and a.period_start = c.period_start
where c.owner_id is null and c.dimension <> 'all' and c.dimension not in (select dimension from marts.dimensions where is_overlapping)
group by c.dimension, c.period, c.period_start, a.won, a.created, a.won_amount
having sum(c.won) <> a.won or sum(c.created) <> a.created or sum(c.won_amount) <> a.won_amount
