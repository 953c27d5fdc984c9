-- Whether a customer belongs to the smallest set that reaches 80 % of the sum of positive amounts:
-- it does while those before it have not reached it yet.
create macro pareto_holds(amount, so_far, in_all) as
  amount > 0 and (so_far - amount) * 5 < in_all * 4;
