import type { Choice } from "./customers";
import type { Span } from "./days";
import { medianRanks, sixDecimals } from "./intervals";

export interface Median { n: number; value: number; low: number | null; high: number | null }

/** The one group of the whole selection is gathered in the same place each time: two million numbers anew cost more than the median. */
let buffer = new Float64Array(0);

/** The amounts of the rows that count, group by group; x has NaN where a row brings none. */
export function gather({ bits, heed, groups, count }: Choice, { from, to }: Span, days: ArrayLike<number>, x: Float64Array): Float64Array[] {
  const first = Math.max(from, 0);
  if (count === 1) {
    if (buffer.length < x.length) buffer = new Float64Array(x.length);
    let size = 0;
    for (let row = 0; row < x.length; row++) {
      const day = days[row]!;
      buffer[size] = x[row]!;
      if ((bits[row]! & heed) === 0 && day >= first && day < to && x[row] === x[row]) size++;
    }
    return [buffer.subarray(0, size)];
  }
  const sizes = new Int32Array(count);
  for (let row = 0; row < x.length; row++) {
    const day = days[row]!;
    if ((bits[row]! & heed) === 0 && day >= first && day < to && x[row] === x[row]) sizes[groups[row]!]!++;
  }
  const gathered = Array.from(sizes, size => new Float64Array(size));
  sizes.fill(0);
  for (let row = 0; row < x.length; row++) {
    const day = days[row]!;
    if ((bits[row]! & heed) !== 0 || day < first || day >= to || x[row] !== x[row]) continue;
    const group = groups[row]!;
    gathered[group]![sizes[group]!++] = x[row]!;
  }
  return gathered;
}

/** The exact median, with the interval that order statistics give. */
export function medianOf(amounts: Float64Array): Median | null {
  const n = amounts.length;
  if (n === 0) return null;
  const ranks = medianRanks(n);
  const [first, second, low, high] = atRanks(amounts, [...ranks.middle, ranks.low, ranks.high]) as [number, number, number, number];
  return { n, value: sixDecimals((first + second) / 2), low: n >= 6 ? low : null, high: n >= 6 ? high : null };
}

const bins = 65_536;

/** The amounts at some ranks (from 1): sorted where they are few, else only those of the bins in which the ranks lie. */
export function atRanks(amounts: Float64Array, ranks: number[]): number[] {
  if (amounts.length < bins) {
    const sorted = amounts.slice().sort();
    return ranks.map(rank => sorted[rank - 1]!);
  }
  let [least, most] = [Infinity, -Infinity];
  for (let place = 0; place < amounts.length; place++) {
    const amount = amounts[place]!;
    if (amount < least) least = amount;
    if (amount > most) most = amount;
  }
  if (least === most) return ranks.map(() => least);
  const scale = (bins - 1) / (most - least);
  const counts = new Int32Array(bins);
  for (let place = 0; place < amounts.length; place++) counts[((amounts[place]! - least) * scale) | 0]!++;
  const found = new Map<number, { before: number; sorted: Float64Array }>();
  return ranks.map(rank => {
    let [bin, before] = [0, 0];
    while (before + counts[bin]! < rank) before += counts[bin++]!;
    if (!found.has(bin)) found.set(bin, { before, sorted: inBin(amounts, least, scale, bin, counts[bin]!).sort() });
    const { sorted } = found.get(bin)!;
    return sorted[rank - before - 1]!;
  });
}

function inBin(amounts: Float64Array, least: number, scale: number, bin: number, size: number): Float64Array {
  const found = new Float64Array(size);
  for (let place = 0, next = 0; next < size; place++) {
    const amount = amounts[place]!;
    if ((((amount - least) * scale) | 0) === bin) found[next++] = amount;
  }
  return found;
}

/** Kaplan and Meier's median days, those that still wait counted for as long as they did; days and whether they ended in the event. */
export function waitingMedian(days: Float64Array): { n: number; value: number | null } {
  // An event after d days is written 2 d, a wait without one 2 d + 1.
  const sorted = days.slice().sort();
  let [waiting, logarithm] = [sorted.length, 0];
  for (let place = 0; place < sorted.length;) {
    const day = Math.floor(sorted[place]! / 2);
    let [happened, ended] = [0, 0];
    for (; place < sorted.length && Math.floor(sorted[place]! / 2) === day; place++) {
      ended++;
      if (sorted[place]! % 2 === 0) happened++;
    }
    if (happened === waiting) return { n: sorted.length, value: day };
    if (happened > 0) logarithm += Math.log((waiting - happened) / waiting);
    if (Math.round(Math.exp(logarithm) * 1e9) <= 5e8) return { n: sorted.length, value: day };
    waiting -= ended;
  }
  return { n: sorted.length, value: null };
}
