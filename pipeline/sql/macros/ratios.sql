-- The contract of every ratio: a zero denominator gives NULL, integers do not truncate, and the division comes last.
create macro ratio(a, b) as
  case when b <> 0 then a::double / b::double end;

-- A product of money: the engine keeps the product of two decimals of up to 18 figures in 18, which 100,000.0000 squared exceeds.
create macro product_of(x, y) as x::decimal(28, 4) * y::decimal(28, 4);

create macro square(x) as product_of(x, x);

-- Wilson's score interval at 95 % (Wilson 1927, eq. 4) for k successes out of n; none and all are its exact ends.
create macro wilson_centre(k, n) as (k + 1.9207294103) / (n + 3.8414588206);

create macro wilson_reach(k, n) as
  1.9599639845 / (n + 3.8414588206) * sqrt(greatest(k * (n - k) / n::double + 0.9603647051, 0));

create macro wilson_low(k, n) as
  case when n > 0 and k <= 0 then 0.0::double when n > 0 then greatest(wilson_centre(k::double, n) - wilson_reach(k::double, n), 0) end;

create macro wilson_high(k, n) as
  case when n > 0 and k >= n then 1.0::double when n > 0 then least(wilson_centre(k::double, n) + wilson_reach(k::double, n), 1) end;

-- Byar's 95 % interval for a count of independent events (Breslow and Day 1987, Statistical Methods in Cancer Research II, eq. 2.13).
create macro count_low(events) as
  case when events <= 0 then 0 else events * pow(1 - 1 / (9.0 * events) - 1.9599639845 / (3 * sqrt(events)), 3) end;

create macro count_high(events) as
  (events + 1) * pow(1 - 1 / (9.0 * (events + 1)) + 1.9599639845 / (3 * sqrt(events + 1)), 3);

-- The interval of an amount over a count of events that come at random: what one costs, had more or fewer come of the same money.
create macro cost_low(amount, events) as ratio(amount, count_high(nullif(events, 0)::double));

create macro cost_high(amount, events) as ratio(amount, count_low(nullif(events, 0)::double));

-- What a customer brings over what one costs, at its least and at its most; a loss weighs the more, the less a customer costs.
create macro value_per_cost_low(value_low, cost_low, cost_high) as
  ratio(value_low, case when value_low < 0 then cost_low else cost_high end);

create macro value_per_cost_high(value_high, cost_low, cost_high) as
  ratio(value_high, case when value_high < 0 then cost_high else cost_low end);

-- Sample standard deviation from exact sums, so that the order of the rows cannot change a bit of it.
create macro sd_of(n, total, total_sq) as
  case when n > 1 then sqrt(greatest(total_sq::double - total::double * total::double / n, 0) / (n - 1)) end;

-- Student's t, 97.5 % quantile for v degrees of freedom: exact for 1 and 2, else the expansion of
-- Abramowitz and Stegun 26.7.5 to v^-4 (within 0.006 at v = 3 and 0.0001 from v = 8 on).
create macro t_975(v) as
  case
    when v < 1 then null
    when v = 1 then 12.706204736
    when v = 2 then 4.3026527297
    else 1.9599639845 + 2.3722712306 / v + 2.8224986162 / (v * v) + 2.5558497256 / (v * v * v::double)
         + 1.5895341329 / (v * v * v::double * v)
  end;

create macro mean_low(n, total, total_sq) as
  ratio(total, n) - t_975(n - 1) * sd_of(n, total, total_sq) / sqrt(n);

create macro mean_high(n, total, total_sq) as
  ratio(total, n) + t_975(n - 1) * sd_of(n, total, total_sq) / sqrt(n);

-- The interval of a ratio of two sums over the same n things (Cochran 1977, Sampling Techniques, section 2.11), from the sums of their squares and products;
-- what differs by a rounding alone does not differ.
create macro ratio_scatter(r, a_sq, ab, b_sq) as
  case when a_sq - 2 * r * ab + r * r * b_sq > 1e-12 * a_sq then a_sq - 2 * r * ab + r * r * b_sq else 0 end;

create macro ratio_reach(n, a, b, a_sq, ab, b_sq) as
  t_975(n - 1) * sqrt(ratio_scatter(ratio(a, b), a_sq::double, ab::double, b_sq::double) * n / (n - 1)) / abs(b::double);

create macro ratio_low(n, a, b, a_sq, ab, b_sq) as ratio(a, b) - ratio_reach(n, a, b, a_sq, ab, b_sq);

create macro ratio_high(n, a, b, a_sq, ab, b_sq) as ratio(a, b) + ratio_reach(n, a, b, a_sq, ab, b_sq);

-- An end of an interval, where no value can lie below or above some.
create macro bounded(x, lowest, highest) as case when x is not null then least(greatest(x, coalesce(lowest, '-infinity'::double)), coalesce(highest, 'infinity'::double)) end;

-- That of a share of amounts, each of which falls to it or not: Wilson's, of as many equal ones as theirs are worth, (Σ x)² / Σ x² (Kish 1965, Survey Sampling, section 11.7).
create macro worth_in_number(total, total_sq) as ratio(total::double * total::double, total_sq);

create macro amount_share_low(part, total, total_sq) as wilson_low(ratio(part, total) * worth_in_number(total, total_sq), worth_in_number(total, total_sq));

create macro amount_share_high(part, total, total_sq) as wilson_high(ratio(part, total) * worth_in_number(total, total_sq), worth_in_number(total, total_sq));
