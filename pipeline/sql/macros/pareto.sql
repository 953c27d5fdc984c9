-- Whether a customer belongs to the smallest set that reaches 80 % of the sum of positive amounts:
-- it does while those before it have not reached it yet.
create macro pareto_holds(amount, so_far, in_all) as
  amount > 0 and (so_far - amount) * 5 < in_all * 4;

-- Every customer in descending order of an amount; only amounts above zero are shared out.
-- amounts: (account_id, measure, amount), without nulls.
create macro ranked_amounts(amounts) as table
  with total as (
    select measure, sum(greatest(amount, 0)) as in_all, count(*) filter (where amount > 0) as earning from query_table(amounts) group by measure)
  select a.account_id, a.measure, a.amount::decimal(18, 4) as amount,
    row_number() over w as rank,
    sum(greatest(a.amount, 0)) over w as so_far,
    t.in_all, t.earning
  from query_table(amounts) as a
  join total as t on t.measure = a.measure
  window w as (partition by a.measure order by a.amount desc, a.account_id rows unbounded preceding);
