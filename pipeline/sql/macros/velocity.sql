-- How far the logarithm of a sales velocity reaches at 95 %, its four factors taken as independent (the delta method; Rice 2007, Mathematical Statistics, section 4.6):
-- opportunities come at random, a win is one of those closed, amounts and cycles differ from win to win.
create macro mean_scatter(n, total, total_sq) as pow(ratio(sd_of(n, total, total_sq), ratio(total, n)), 2) / n;

create macro velocity_reach(created, won, lost, priced, amount, amount_sq, cycles, days, days_sq) as
  t_975(least(priced, cycles) - 1) * sqrt(ratio(1, created) + ratio(lost, won * (won + lost)) + mean_scatter(priced, amount, amount_sq) + mean_scatter(cycles, days, days_sq));
