-- Student's t, one-sided 95 % quantile for v >= 3 degrees of freedom (Abramowitz and Stegun 26.7.5 at 1.6448536).
create macro t_95(v) as
  1.6448536270 + 1.5237691476 / v + 1.4202029826 / (v * v) + 0.9830015120 / (v * v * v::double) + 0.4338764545 / (v * v * v::double * v);

-- The sum of squares about the mean, from exact sums, and exact itself so that it can be summed again.
create macro squares_about_mean(n, total, total_sq) as
  greatest(total_sq - (total::double * total::double / n)::decimal(38, 8), 0);

-- How many days a customer may stay silent before fewer than 5 in 100 of its own gaps would be that long: the prediction limit of a
-- log-normal gap (Hahn and Meeker 1991, section 4.7), its variance drawn towards the base's by 4 degrees of freedom (Smyth 2004, eq. 7).
create macro silence_limit(gaps, log_gaps, own_squares, base_variance) as
  exp(log_gaps::double / gaps
    + t_95(gaps + 3) * sqrt((own_squares::double + 4 * base_variance) / (gaps + 3)) * sqrt(1 + 1.0 / gaps));
