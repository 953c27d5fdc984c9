-- grain: one segment's customers by an amount: how much of it the first of them have, and how sure that is
-- key: measure, dimension, segment
-- Only amounts above zero are shared out, the greatest first; ties by id, as in marts.customer_amounts. What each one's absence would change is rounded, so that the order of the rows changes nothing;
-- whole ten-thousandths add up exactly as floating numbers too, at half the cost.
with held as not materialized (
  select c.measure, c.amount, c.rank, unnest(g.labels) as label
  from marts.customer_amounts as c join core.labelled_accounts as g on g.id = c.account_id),
counted as (
  select measure, label, count(*) as customers, count(*) filter (where amount > 0) as earning, sum(amount) filter (where amount > 0) as total from held group by measure, label),
placed as (
  select measure, label, amount, row_number() over w as place, sum((amount * 10000)::double) over w / 10000 as so_far
  from held where amount > 0 window w as (partition by measure, label order by rank rows unbounded preceding)),
missing as (
  select p.measure, p.label, p.amount, p.place, c.earning, c.total,
    case when p.amount < c.total then without_one(c.earning, p.amount, c.total) end as w,
    case when p.amount < c.total then rank_without_one(c.earning, p.amount, c.earning - p.place + 1, c.total - p.so_far + p.amount, c.total) end as h
  from placed as p join counted as c on c.measure = p.measure and c.label = p.label),
shared as (
  select measure, label, sum(amount) filter (where place * 5 <= earning) as of_top_fifth, sum(square(amount)) filter (where place * 5 <= earning) as of_top_fifth_sq,
    min(amount) filter (where place * 5 <= earning) as least_of_top_fifth, sum(square(amount)) as total_sq, sum((earning - place + 1) * amount) as ranked_total,
    sum(w::decimal(38, 12)) as w, sum((w * w)::decimal(38, 12)) as w_sq, sum((w * h)::decimal(38, 12)) as wh, sum(h::decimal(38, 12)) as h, sum((h * h)::decimal(38, 12)) as h_sq
  from missing group by measure, label),
judged as (
  select c.measure, c.label, c.customers, c.earning, c.total, s.of_top_fifth, s.ranked_total,
    ratio(c.earning, c.earning - 1) * gini(c.earning, s.ranked_total, c.total) as whole_gini,
    case when c.earning >= 5 then t_975(c.earning - 1) * gini_error(c.earning, gini_scatter(c.earning, ratio(s.ranked_total, c.total) - 1, s.w, s.w_sq, s.wh, s.h, s.h_sq)) end as gini_reach,
    ratio(s.of_top_fifth, c.total) as top_share,
    t_975(c.earning - 1) * top_error(c.earning, c.earning // 5, s.least_of_top_fifth::double, s.of_top_fifth::double, s.of_top_fifth_sq::double, c.total::double, s.total_sq::double) as top_reach
  from counted as c left join shared as s on s.measure = c.measure and s.label = c.label)
select j.measure, l.dimension, l.segment, j.customers, j.earning, j.total, j.of_top_fifth, j.ranked_total,
  case when j.gini_reach is not null then log_odds_end(j.whole_gini, -j.gini_reach) end as gini_low, case when j.gini_reach is not null then log_odds_end(j.whole_gini, j.gini_reach) end as gini_high,
  case when j.top_reach is not null then log_odds_end(j.top_share, -j.top_reach) end as top_fifth_low, case when j.top_reach is not null then log_odds_end(j.top_share, j.top_reach) end as top_fifth_high
from judged as j join core.labels as l on l.label = j.label
