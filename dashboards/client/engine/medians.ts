import type { Choice } from "./choices";
import type { Span } from "./days";
import { medianRanks, sixDecimals } from "./intervals";
import { byStretch } from "./stretches";

export interface Median { n: number; value: number; low: number | null; high: number | null }

/** One amount per row (NaN where a row brings none) and a bin for each: the amounts of a lower bin are all lower. A row without a day brings none. */
export interface Binned { amounts: Float64Array; bins: Uint16Array }

const binCount = 65_536;

/** By the first 16 bits of each amount as a float of 32, in the order of the amounts: bins of 0.8 % of the amount, whatever their spread. Bin 0 is for none. */
export function binned(amounts: Float64Array, days: ArrayLike<number>): Binned {
  const bins = new Uint16Array(amounts.length);
  const float = new Float32Array(1);
  const bits = new Int32Array(float.buffer);
  for (let row = 0; row < amounts.length; row++) {
    if (amounts[row] !== amounts[row] || days[row]! < 0) continue;
    float[0] = amounts[row]!;
    bins[row] = (bits[0]! < 0 ? ~bits[0]! : bits[0]! | 0x8000_0000) >>> 16;
  }
  return { amounts, bins };
}

/** The amounts of the rows that count, group by group. */
export function gather({ ranges, column, codes, count }: Choice, { from, to }: Span, days: ArrayLike<number>, x: Float64Array): Float64Array[] {
  const first = Math.max(from, 0);
  const sizes = new Int32Array(count);
  byStretch(ranges, (row, end) => { for (; row < end; row++) if (days[row]! >= first && days[row]! < to && x[row] === x[row]) sizes[codes[column[row]!]!]!++; });
  const gathered = Array.from(sizes, size => new Float64Array(size));
  sizes.fill(0);
  byStretch(ranges, (row, end) => { for (; row < end; row++) {
    if (days[row]! < first || days[row]! >= to || x[row] !== x[row]) continue;
    const group = codes[column[row]!]!;
    gathered[group]![sizes[group]!++] = x[row]!;
  } });
  return gathered;
}

const few = 20_000;

/** Each group's exact median, with the interval that order statistics give; null for a group without amounts. */
export function medians(choice: Choice, span: Span, days: ArrayLike<number>, all: Binned): (Median | null)[] {
  if (choice.count > 1 || rowsOf(choice) < few) return gather(choice, span, days, all.amounts).map(medianOf);
  return [medianOfMany(choice, span, days, all)];
}

function rowsOf({ ranges }: Choice): number {
  let rows = 0;
  for (let place = 0; place < ranges.length; place += 2) rows += ranges[place + 1]! - ranges[place]!;
  return rows;
}

function medianOf(amounts: Float64Array): Median | null {
  const sorted = amounts.sort();
  return sorted.length === 0 ? null : atRanks(sorted.length, rank => sorted[rank - 1]!);
}

function atRanks(n: number, at: (rank: number) => number): Median {
  const { middle: [first, second], low, high } = medianRanks(n);
  return { n, value: sixDecimals((at(first) + at(second)) / 2), low: n >= 6 ? at(low) : null, high: n >= 6 ? at(high) : null };
}

/** Millions are not sorted: they are counted bin by bin, and only the bins in which the ranks lie are looked into. */
function medianOfMany(choice: Choice, span: Span, days: ArrayLike<number>, all: Binned): Median | null {
  tally(choice, span, days, all.bins);
  counts[0] = 0;
  let n = 0;
  for (let bin = 0; bin < binCount; bin++) n += counts[bin]!;
  if (n === 0) return null;
  const { low, high } = medianRanks(n);
  const [[lowest, before], [highest]] = [binOf(counts, low), binOf(counts, high)];
  let size = 0;
  for (let bin = lowest; bin <= highest; bin++) size += counts[bin]!;
  const sorted = between(choice, span, days, all, lowest, highest, size).sort();
  return atRanks(n, rank => sorted[rank - before - 1]!);
}

/** How many amounts lie in each bin; the memory is kept from one median to the next. */
const counts = new Int32Array(binCount);

function tally({ ranges }: Choice, { from, to, undated }: Span, days: ArrayLike<number>, bins: Uint16Array): void {
  const length = to - from;
  counts.fill(0);
  byStretch(ranges, undated ? (row, end) => countAll(counts, bins, row, end) : (row, end) => countDays(counts, bins, row, end, days, from, length));
}

function countAll(counts: Int32Array, bins: Uint16Array, row: number, end: number): void {
  for (; row < end; row++) counts[bins[row]!]!++;
}

function countDays(counts: Int32Array, bins: Uint16Array, row: number, end: number, days: ArrayLike<number>, from: number, length: number): void {
  for (; row < end; row++) if ((days[row]! - from) >>> 0 < length) counts[bins[row]!]!++;
}

/** The amounts of some bins that follow one another. */
function between({ ranges }: Choice, span: Span, days: ArrayLike<number>, all: Binned, lowest: number, highest: number, size: number): Float64Array {
  const found = new Float64Array(size);
  let next = 0;
  byStretch(ranges, (row, end) => { next = take(found, next, row, end, span, days, all, lowest, highest - lowest); });
  return found;
}

/** Gives where the next amount is to be written. */
function take(found: Float64Array, next: number, row: number, end: number, { from, to, undated }: Span, days: ArrayLike<number>, { amounts, bins }: Binned, lowest: number, width: number): number {
  const length = to - from;
  for (; row < end; row++)
    if ((bins[row]! - lowest) >>> 0 <= width && (undated || (days[row]! - from) >>> 0 < length)) found[next++] = amounts[row]!;
  return next;
}

/** The bin in which a rank (from 1) lies, and how many amounts lie in lower ones. */
function binOf(counts: Int32Array, rank: number): [bin: number, before: number] {
  let [bin, before] = [0, 0];
  while (before + counts[bin]! < rank) before += counts[bin++]!;
  return [bin, before];
}

/** Kaplan and Meier's median days, those that still wait counted for as long as they did; days and whether they ended in the event. */
export function waitingMedian(days: Float64Array): { n: number; value: number | null; low: number | null; high: number | null } {
  // An event after d days is written 2 d, a wait without one 2 d + 1.
  const sorted = days.slice().sort();
  let [waiting, logarithm, scatter] = [sorted.length, 0, 0];
  let value: number | null = null, low: number | null = null, high: number | null = null;
  for (let place = 0; place < sorted.length;) {
    const day = Math.floor(sorted[place]! / 2);
    let [happened, ended] = [0, 0];
    for (; place < sorted.length && Math.floor(sorted[place]! / 2) === day; place++) {
      ended++;
      if (sorted[place]! % 2 === 0) happened++;
    }
    const isOver = happened === waiting;
    if (happened > 0 && !isOver) {
      logarithm += Math.log((waiting - happened) / waiting);
      scatter += happened / (waiting * (waiting - happened));
    }
    if (isOver || Math.round(Math.exp(logarithm) * 1e9) <= 5e8) value ??= day;
    if (isOver || isPastHalf(logarithm, scatter, 1)) low ??= day;
    if (!isOver && isPastHalf(logarithm, scatter, -1)) high ??= day;
    if (isOver || high !== null) break;
    waiting -= ended;
  }
  return { n: sorted.length, value, low: high === null ? null : low, high };
}

/** Whether one end of the survival's interval, on the log-log scale, is past a half (Brookmeyer and Crowley 1982). */
function isPastHalf(logarithm: number, scatter: number, side: 1 | -1): boolean {
  return logarithm < 0 && Math.round((Math.log(-logarithm) + (side * 1.9599639845 * Math.sqrt(scatter)) / -logarithm - Math.log(Math.LN2)) * 1e9) >= 0;
}
