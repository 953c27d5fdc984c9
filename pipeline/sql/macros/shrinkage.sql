-- A rate drawn towards its expectation by as many observations as make it half as sure (Efron and Morris 1975 with a fixed prior weight).
create macro shrunk(successes, n, expected) as
  (successes + 10 * expected) / (n + 10.0);
