import type { Choice } from "./choices";
import type { Span } from "./days";
import type { Path } from "./facts";
import { medianRanks, sixDecimals } from "./intervals";
import { byStretch, type Ranges } from "./stretches";

export interface Median { n: number; value: number; low: number | null; high: number | null }

/** One amount per row (NaN where a row brings none) and a bin for each: the amounts of a lower bin are all lower. A row without a day brings none. */
export interface Binned { amounts: Float64Array; bins: Uint16Array; days: ArrayLike<number>; daily?: Daily }

/** The rows that bring an amount, day by day, their bins in that order, and where each day begins. */
interface Daily { rows: Int32Array; bins: Uint16Array; starts: Int32Array }

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
  return { amounts, bins, days };
}

function dailyOf({ bins, days }: Binned): Daily {
  let last = -1;
  for (let row = 0; row < bins.length; row++) if (bins[row] !== 0 && days[row]! > last) last = days[row]!;
  const starts = new Int32Array(last + 2);
  for (let row = 0; row < bins.length; row++) if (bins[row] !== 0) starts[days[row]! + 1]!++;
  for (let day = 0; day <= last; day++) starts[day + 1]! += starts[day]!;
  const [next, size] = [starts.slice(), starts[last + 1]!];
  const daily = { rows: new Int32Array(size), bins: new Uint16Array(size), starts };
  for (let row = 0; row < bins.length; row++) {
    if (bins[row] === 0) continue;
    const place = next[days[row]!]!++;
    daily.rows[place] = row;
    daily.bins[place] = bins[row]!;
  }
  return daily;
}

/** How many rows of each group bring an amount. */
export function sizesOf({ ranges, column, codes, count }: Choice, { from, to }: Span, days: ArrayLike<number>, x: Amounts): Int32Array {
  const sizes = new Int32Array(count);
  byStretch(ranges, addSizes, { column, codes, days, x, first: Math.max(from, 0), to, sizes });
  return sizes;
}

/** The amounts of the rows that count, group by group. */
export function gather(choice: Choice, span: Span, days: ArrayLike<number>, x: Amounts): Float64Array[] {
  const gathered = Array.from(sizesOf(choice, span, days, x), size => new Float64Array(size));
  const { ranges, column, codes, count } = choice;
  byStretch(ranges, addAmounts, { column, codes, days, x, first: Math.max(span.from, 0), to: span.to, sizes: new Int32Array(count), gathered });
  return gathered;
}

/** NaN where a row brings none. */
type Amounts = Float64Array | Float32Array;
interface Gathering extends Path { days: ArrayLike<number>; x: Amounts; first: number; to: number; sizes: Int32Array }

function addSizes({ column, codes, days, x, first, to, sizes }: Gathering, row: number, end: number): void {
  for (; row < end; row++) if (days[row]! >= first && days[row]! < to && x[row] === x[row]) sizes[codes[column[row]!]!]!++;
}

function addAmounts({ column, codes, days, x, first, to, sizes, gathered }: Gathering & { gathered: readonly Float64Array[] }, row: number, end: number): void {
  for (; row < end; row++) {
    if (days[row]! < first || days[row]! >= to || x[row] !== x[row]) continue;
    const group = codes[column[row]!]!;
    gathered[group]![sizes[group]!++] = x[row]!;
  }
}

const few = 20_000;

/** Each group's exact median, with the interval that order statistics give; null for a group without amounts. */
export function medians(choice: Choice, span: Span, days: ArrayLike<number>, all: Binned): (Median | null)[] {
  if (choice.count > 1 || rowsOf(choice) < few) return gather(choice, span, days, all.amounts).map(medianOf);
  return [medianOfMany(amongOf(choice, span, all))];
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

/** Among which rows a median is looked for: stretches of bins, whose amounts lie in rows, and which days count where not all do. */
interface Among { ranges: Ranges; bins: Uint16Array; amounts: Float64Array; rows?: Int32Array; limit?: { days: ArrayLike<number>; from: number; length: number } }

/** Of some days of all rows those alone are looked at. */
function amongOf({ facts, ranges }: Choice, { from, to, undated }: Span, all: Binned): Among {
  if (undated) return { ...all, ranges };
  if (ranges.length !== 2 || ranges[0] !== 0 || ranges[1] !== facts.rows) return { ...all, ranges, limit: { days: all.days, from, length: to - from } };
  const { rows, bins, starts } = all.daily ??= dailyOf(all);
  const [first, last] = [from, to].map(day => starts[Math.min(Math.max(day, 0), starts.length - 1)]!) as [number, number];
  return { amounts: all.amounts, bins, rows, ranges: Int32Array.of(first, last) };
}

/** Millions are not sorted: they are counted bin by bin, and only the bins in which the ranks lie are looked into. */
function medianOfMany(among: Among): Median | null {
  tally(among);
  counts[0] = 0;
  let n = 0;
  for (let bin = 0; bin < binCount; bin++) n += counts[bin]!;
  if (n === 0) return null;
  const { low, high } = medianRanks(n);
  const [[lowest, before], [highest]] = [binOf(counts, low), binOf(counts, high)];
  let size = 0;
  for (let bin = lowest; bin <= highest; bin++) size += counts[bin]!;
  const sorted = between(among, lowest, highest, size).sort();
  return atRanks(n, rank => sorted[rank - before - 1]!);
}

/** How many amounts lie in each bin; the memory is kept from one median to the next. */
const counts = new Int32Array(binCount);

function tally({ ranges, bins, limit }: Among): void {
  counts.fill(0);
  if (limit) byStretch(ranges, countDays, { counts, bins, ...limit });
  else byStretch(ranges, countAll, { counts, bins });
}

interface Counting { counts: Int32Array; bins: Uint16Array }

function countAll({ counts, bins }: Counting, row: number, end: number): void {
  for (; row < end; row++) counts[bins[row]!]!++;
}

function countDays({ counts, bins, days, from, length }: Counting & { days: ArrayLike<number>; from: number; length: number }, row: number, end: number): void {
  for (; row < end; row++) if ((days[row]! - from) >>> 0 < length) counts[bins[row]!]!++;
}

/** The amounts of some bins that follow one another. */
function between({ ranges, bins, amounts, rows, limit }: Among, lowest: number, highest: number, size: number): Float64Array {
  const taking = { places: new Int32Array(size), next: 0, bins, lowest, width: highest - lowest, limit };
  byStretch(ranges, take, taking);
  return Float64Array.from(taking.places, place => amounts[rows ? rows[place]! : place]!);
}

/** next is where the next place is to be written. */
interface Taking extends Pick<Among, "bins" | "limit"> { places: Int32Array; next: number; lowest: number; width: number }

function take(taking: Taking, row: number, end: number): void {
  const { places, bins, lowest, width, limit } = taking;
  let { next } = taking;
  for (; row < end; row++)
    if ((bins[row]! - lowest) >>> 0 <= width && (!limit || (limit.days[row]! - limit.from) >>> 0 < limit.length)) places[next++] = row;
  taking.next = next;
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
