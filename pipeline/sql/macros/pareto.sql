-- Whether a customer belongs to the smallest set that reaches 80 % of the sum of positive amounts:
-- it does while those before it have not reached it yet.
create macro pareto_holds(amount, so_far, in_all) as
  amount > 0 and (so_far - amount) * 5 < in_all * 4;

-- Every customer in descending order of an amount; only amounts above zero are shared out.
-- amounts: (account_id, measure, amount), without nulls.
create macro ranked_amounts(amounts) as table
  select account_id, measure, amount::decimal(18, 4) as amount,
    row_number() over w as rank,
    sum(greatest(amount, 0)) over w as so_far,
    sum(greatest(amount, 0)) over (partition by measure) as in_all,
    count(*) filter (where amount > 0) over (partition by measure) as earning
  from query_table(amounts)
  window w as (partition by measure order by amount desc, account_id rows unbounded preceding);
