// The same as pipeline/sql/macros/ratios.sql, so that the page and marts.kpis give one figure.

export function ratio(a: number, b: number | null): number | null {
  return b === null || b === 0 ? null : a / b;
}

/** marts.kpis keeps six decimals of a numerator and of an index. */
export function sixDecimals(x: number): number {
  return Math.round(x * 1e6) / 1e6;
}

/** Wilson's score interval at 95 % for k successes out of n; none and all are its exact ends. */
export function wilson(k: number, n: number): [number, number] | null {
  if (n <= 0) return null;
  const centre = (k + 1.9207294103) / (n + 3.8414588206);
  const reach = (1.9599639845 / (n + 3.8414588206)) * Math.sqrt(Math.max((k * (n - k)) / n + 0.9603647051, 0));
  return [k <= 0 ? 0 : Math.max(centre - reach, 0), k >= n ? 1 : Math.min(centre + reach, 1)];
}

/** Student's t, 97.5 % quantile: exact for 1 and 2 degrees of freedom, else Abramowitz and Stegun 26.7.5. */
export function t975(v: number): number {
  if (v === 1) return 12.706204736;
  if (v === 2) return 4.3026527297;
  return 1.9599639845 + 2.3722712306 / v + 2.8224986162 / v ** 2 + 2.5558497256 / v ** 3 + 1.5895341329 / v ** 4;
}

/** The mean's interval from the sum and the sum of squares of n amounts. */
export function meanInterval(n: number, total: number, squares: number): [number, number] | null {
  if (n < 2) return null;
  const deviation = Math.sqrt(Math.max(squares - (total * total) / n, 0) / (n - 1));
  const reach = (t975(n - 1) * deviation) / Math.sqrt(n);
  return [total / n - reach, total / n + reach];
}

/** The square of a mean's standard error over that of the mean. */
export function meanScatter(n: number, total: number, squares: number): number | null {
  return n < 2 || total === 0 ? null : (Math.max(squares - (total * total) / n, 0) / (n - 1)) * n / (total * total);
}

/** That of a ratio of two sums over the same n things, from the sums of their squares and products (Cochran 1977, section 2.11). */
export function ratioInterval(n: number, a: number, b: number, { ofA, ofBoth, ofB }: { ofA: number; ofBoth: number; ofB: number }): [number, number] | null {
  if (n < 2 || b === 0) return null;
  const value = a / b;
  const found = ofA - 2 * value * ofBoth + value * value * ofB;
  const scatter = found > 1e-12 * ofA ? found : 0;
  const reach = (t975(n - 1) * Math.sqrt((scatter * n) / (n - 1))) / Math.abs(b);
  return [value - reach, value + reach];
}

/** That of a share of amounts, each of which falls to it or not: Wilson's, of as many equal ones as theirs are worth (Kish 1965, section 11.7). */
export function amountShareInterval(part: number, total: number | null, squares: number): [number, number] | null {
  if (total === null || total === 0 || squares === 0) return null;
  const number = (total * total) / squares;
  return wilson((part / total) * number, number);
}

/** The ranks, from 1, of the two middle amounts out of n and of the median's interval (Conover 1999, section 3.2). */
export function medianRanks(n: number): { middle: [number, number]; low: number; high: number } {
  return {
    middle: [Math.floor((n + 1) / 2), Math.floor(n / 2) + 1],
    low: Math.max(Math.floor(n / 2 - 0.98 * Math.sqrt(n)), 1),
    high: Math.min(Math.ceil(n / 2 + 0.98 * Math.sqrt(n)) + 1, n),
  };
}

/** An end, so far away, of an interval that stays between nothing and all: that of the log-odds of a share. */
export function logOddsEnd(share: number, reach: number): number {
  return share <= 0 || share >= 1 || reach === 0 ? share : 1 / (1 + Math.exp(-Math.log(share / (1 - share)) - reach / (share * (1 - share))));
}

/** Byar's interval of a count of independent events. */
function byar(events: number): [number, number] {
  const bound = (count: number, sign: 1 | -1) => count * (1 - 1 / (9 * count) + (sign * 1.9599639845) / (3 * Math.sqrt(count))) ** 3;
  return [events <= 0 ? 0 : bound(events, -1), bound(events + 1, 1)];
}

/** That of a count, over what it is counted against. */
export function countInterval(events: number, of: number): [number, number] | null {
  const [low, high] = byar(events);
  return of === 0 ? null : [low / of, high / of];
}

/** That of an amount over a count: what one event costs, had more or fewer come of it. */
export function costInterval(amount: number, events: number): [number, number] | null {
  const [low, high] = byar(events);
  return events === 0 ? null : [amount / high, amount / low];
}
