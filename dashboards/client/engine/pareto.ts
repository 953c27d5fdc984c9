/** Customers in descending order of an amount; ties go by the accounts' own order. */
export interface Ranking {
  accounts: Int32Array;
  /** In the same order. */
  amounts: Float64Array;
  /** The smallest set that makes 80 % of the sum of positive amounts is the first so many. */
  inPareto: number;
  earning: number;
  total: number;
}

/** As pipeline/sql/macros/pareto.sql ranks. Amounts are whole numbers of steps, one per account; NaN where an account is not ranked. */
export function rank(steps: Float64Array, step: number): Ranking {
  const accounts = ordered(steps);
  return ranking(accounts, Float64Array.from(accounts, account => steps[account]! * step));
}

/** Of customers that already lie in descending order. */
export function ranking(accounts: Int32Array, amounts: Float64Array): Ranking {
  let [total, earning] = [0, 0];
  while (earning < amounts.length && amounts[earning]! > 0) total += amounts[earning++]!;
  let [soFar, inPareto] = [0, 0];
  while (inPareto < earning && soFar * 5 < total * 4) soFar += amounts[inPareto++]!;
  return { accounts, amounts, inPareto, earning, total };
}

/** What the first fifth of those with an amount above zero hold. */
export function topFifth({ amounts, earning }: Ranking): number {
  let sum = 0;
  for (let place = 0; (place + 1) * 5 <= earning; place++) sum += amounts[place]!;
  return sum;
}

/** Gini's index of the amounts above zero. */
export function gini({ amounts, earning, total }: Ranking): number | null {
  if (earning === 0) return null;
  let ranked = 0;
  for (let place = 0; place < earning; place++) ranked += (earning - place) * amounts[place]!;
  return (2 * ranked) / (earning * total) - (earning + 1) / earning;
}

/** The places of the amounts, the greatest first. Amount and place in one number, where both fit, so that the engine's own sort of numbers does it: ten times as fast as by comparing. */
export function ordered(steps: Float64Array): Int32Array {
  const size = steps.length;
  const ranked: number[] = [];
  let most = 0;
  for (let account = 0; account < size; account++) {
    if (Number.isNaN(steps[account]!)) continue;
    ranked.push(account);
    most = Math.max(most, Math.abs(steps[account]!));
  }
  if ((most + 1) * size >= 2 ** 53) return Int32Array.from(ranked).sort((a, b) => steps[b]! - steps[a]! || a - b);
  const keys = Float64Array.from(ranked, account => account - steps[account]! * size).sort();
  return Int32Array.from(keys, key => ((key % size) + size) % size);
}
