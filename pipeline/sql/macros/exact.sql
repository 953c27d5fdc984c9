-- The logarithm of "n choose k".
create macro ln_choose(n, k) as
  lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0);

-- Fisher's exact test, one-sided: the chance that a niche of n holds k successes or more when all of N hold K (hypergeometric).
create macro fisher_above(k, n, k_all, n_all) as
  least(round(list_sum(list_transform(range(k::bigint, least(n, k_all)::bigint + 1),
    lambda i: exp(ln_choose(k_all, i) + ln_choose(n_all - k_all, n - i) - ln_choose(n_all, n)))), 12), 1);
