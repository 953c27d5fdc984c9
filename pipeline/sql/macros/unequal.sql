-- Gini's index of n amounts, from the sum of amount × rank, the smallest first.
create macro gini(n, ranked_total, total) as
  round(ratio(2 * ranked_total, n * total) - ratio(n + 1, n), 6);

-- The scatter of the indices that are left when one amount x of rank i is taken out (Karagiannis and Kovacevic 2000, Oxford Bulletin of Economics and Statistics 62,
-- their jackknife in one pass): its part is w g + h, with g = ranked_total / total − 1, w = x / (total − x), h = (1 + w) (all up to x − i x) / total.
create macro without_one(n, x, total) as n * x::double / (total - x)::double;

create macro rank_without_one(n, x, rank, up_to_x, total) as (1 + without_one(n, x, total) / n) * (up_to_x - rank * x)::double / total::double;

create macro gini_scatter(n, g, w, w_sq, wh, h, h_sq) as
  greatest(h_sq::double + 2 * g / n * wh::double + g * g / (n * n) * w_sq::double - pow(h::double + g / n * w::double, 2) / n, 0);

-- The jackknife's standard error of n / (n − 1) × the index, which of few amounts is too small on average by that factor (Deltas 2003, Review of Economics and Statistics 85).
create macro gini_error(n, scatter) as 2 * sqrt((n - 1.0) / n * scatter) / (n - 1.0) * n / (n - 1.0);

-- The standard error of what the k greatest of n amounts hold of them all, the least of these k being q, by linearisation (Deville 1999; Langel and Tillé 2011, Metrika 74);
-- what differs by a rounding alone does not differ.
create macro top_scatter(n, k, q, top, top_sq, total, total_sq) as
  top_sq - 2 * q * top + k * q * q - 2 * ratio(top, total) * (top_sq - q * top) + pow(ratio(top, total), 2) * total_sq - ratio(k * k, n) * q * q;

create macro top_error(n, k, q, top, top_sq, total, total_sq) as
  sqrt(case when top_scatter(n, k, q, top, top_sq, total, total_sq) > 1e-12 * top_sq then top_scatter(n, k, q, top, top_sq, total, total_sq) else 0 end * n / (n - 1)) / total;

-- An interval that stays between nothing and all: that of the log-odds of a share.
create macro log_odds_end(share, reach) as
  case when share <= 0 or share >= 1 or reach = 0 then share else 1 / (1 + exp(-ln(share / (1 - share)) - reach / (share * (1 - share)))) end;
