import type { Period } from "../pageData";
import type { Numbers } from "./columns";
import type { Facts } from "./facts";
import { byStretch, type Ranges } from "./stretches";

/** By code, 1 for each account that counts and 0 for the others: it may be handed on as it is, where a set of thousands takes milliseconds to fill and to read. */
export type Accounts = Uint8Array;

/** What the reader chose: segments per dimension (any of them counts), customers, and a period. */
export interface Selection {
  segments: Readonly<Record<string, readonly string[]>>;
  /** Those that a search found. */
  accounts?: Accounts;
  period: Period;
}

export const everything = (period: Period): Selection => ({ segments: {}, period });

/** A filter in codes: which codes of a dimension are let through. */
export interface Filter { dimension: string; passes: Uint8Array; key: string }

/** The rows that pass every filter that the facts know. */
export function passing(facts: Facts, filters: readonly Filter[]): Ranges {
  const known = filters.filter(({ dimension }) => facts.path(dimension));
  const isOfAccount = ({ dimension }: Filter) => facts.path(dimension)!.column === facts.column("account");
  const ofAccounts = known.filter(isOfAccount);
  let ranges = ofAccounts.length > 0 ? rowsOf(runsOf(facts, ofAccounts), facts.starts()) : Int32Array.of(0, facts.rows);
  for (const filter of known) {
    const { column, codes } = facts.path(filter.dimension)!;
    if (!isOfAccount(filter)) ranges = narrowed(ranges, column, outOf(filter, codes), facts.rows);
  }
  return ranges;
}

const outs = new WeakMap<Uint8Array, Map<Numbers, Uint8Array>>();

/** Which codes a filter leaves out; the accounts' are asked for by every table. */
function outOf({ passes }: Filter, codes: Numbers): Uint8Array {
  let made = outs.get(passes);
  if (!made) outs.set(passes, made = new Map());
  let out = made.get(codes);
  if (out) return out;
  made.set(codes, out = new Uint8Array(codes.length));
  for (let code = 0; code < codes.length; code++) out[code] = passes[codes[code]!] === 1 ? 0 : 1;
  return out;
}

function either(one: Uint8Array, other: Uint8Array): Uint8Array {
  const out = new Uint8Array(one.length);
  for (let code = 0; code < out.length; code++) out[code] = one[code]! | other[code]!;
  return out;
}

const mostRuns = 16;
const keptRuns = new Map<string, Ranges>();

/** The accounts that pass, as stretches of accounts that follow one another: the same for every table. */
function runsOf(facts: Facts, filters: readonly Filter[]): Ranges {
  const key = keyOfFilters(filters);
  let runs = keptRuns.get(key);
  if (runs) return runs;
  if (keptRuns.size >= mostRuns) keptRuns.delete(keptRuns.keys().next().value!);
  keptRuns.set(key, runs = stretches(filters.map(filter => outOf(filter, facts.path(filter.dimension)!.codes)).reduce(either)));
  return runs;
}

export function keyOfFilters(filters: readonly Filter[]): string {
  return filters.map(({ dimension, key }) => `${dimension}=${key}`).join("|");
}

/** Where ranges are written until their number is known. */
let scratch = new Int32Array(0);

function atLeast(size: number): Int32Array {
  if (scratch.length < size) scratch = new Int32Array(size);
  return scratch;
}

function stretches(out: Uint8Array): Ranges {
  const ranges = atLeast(out.length + 2);
  let size = 0;
  for (let code = 0; code < out.length; code++) {
    if (out[code] !== 0) continue;
    ranges[size++] = code;
    while (code < out.length && out[code] === 0) code++;
    ranges[size++] = code;
  }
  return ranges.slice(0, size);
}

function rowsOf(runs: Ranges, starts: Int32Array): Ranges {
  const ranges = new Int32Array(runs.length);
  for (let place = 0; place < runs.length; place++) ranges[place] = starts[runs[place]!]!;
  return ranges;
}

function narrowed(wide: Ranges, column: Numbers, out: Uint8Array, rows: number): Ranges {
  const ranges = atLeast(rows + 2);
  const narrowing = { ranges, size: 0, column, out };
  byStretch(wide, add, narrowing);
  return ranges.slice(0, narrowing.size);
}

/** The first numbers of the ranges, as many as the size tells, are those found. */
interface Narrowing { ranges: Ranges; size: number; column: Numbers; out: Uint8Array }

function add(narrowing: Narrowing, row: number, end: number): void {
  const { ranges, column, out } = narrowing;
  let { size } = narrowing;
  for (; row < end; row++) {
    if (out[column[row]!] !== 0) continue;
    if (size > 0 && ranges[size - 1] === row) ranges[size - 1] = row + 1;
    else {
      ranges[size++] = row;
      ranges[size++] = row + 1;
    }
  }
  narrowing.size = size;
}
