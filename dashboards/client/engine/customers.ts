import type { Numbers } from "./columns";
import type { Choice } from "./choices";
import type { Days, Span } from "./days";
import type { Facts, Path } from "./facts";
import { byStretch } from "./stretches";

// What depends on whole customers and not on sums over slices: who bought, who left, who renewed. Each gives one number per group.

/** Customers with an order in the span; the sales lie customer by customer, so that a change of customer is seen by the one before. */
export function activeCustomers({ facts, ranges, column, codes, count }: Choice, { from, to }: Span): Float64Array {
  const customers = new Float64Array(count);
  const last = new Int32Array(count);
  const [accounts, days, flags] = ["account", "day", "flags"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers];
  const starts = column === accounts ? facts.starts() : undefined;
  byStretch(ranges, addActive, { column, codes, accounts, days, flags, starts, from, to, last, customers });
  return customers;
}

interface Active extends Path { accounts: Numbers; days: Numbers; flags: Numbers; starts: Int32Array | undefined; from: number; to: number; last: Int32Array; customers: Float64Array }

function addActive({ column, codes, accounts, days, flags, starts, from, to, last, customers }: Active, row: number, end: number): void {
  for (; row < end; row++) {
    const day = days[row]!;
    if (day < from || day >= to || !(flags[row]! & 1)) continue;
    const [group, account] = [codes[column[row]!]!, accounts[row]!];
    if (last[group] === account) continue;
    last[group] = account;
    customers[group]!++;
    // All its rows are in the same group: it is counted.
    if (starts) row = starts[account + 1]! - 1;
  }
}

/** The same for periods that follow one another, in one pass; each account's sales lie day by day, the undated ones aside. */
export function activeSeries({ facts, ranges }: Choice, spans: readonly Span[], asOf: number): Float64Array {
  const customers = new Float64Array(spans.length);
  const last = new Int32Array(spans.length);
  const [accounts, days, flags] = ["account", "day", "flags"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers];
  const spanOf = new Int32Array(asOf + 2).fill(-1);
  spans.forEach(({ from, to }, place) => spanOf.fill(place, Math.max(0, from), Math.max(0, Math.min(asOf + 1, to))));
  byStretch(ranges, addActiveOfEach, { accounts, days, flags, spanOf, last, customers });
  return customers;
}

interface ActiveOfEach { accounts: Numbers; days: Numbers; flags: Numbers; spanOf: Int32Array; last: Int32Array; customers: Float64Array }

function addActiveOfEach({ accounts, days, flags, spanOf, last, customers }: ActiveOfEach, row: number, end: number): void {
  for (; row < end; row++) {
    const span = days[row]! < 0 ? -1 : spanOf[days[row]!]!;
    if (span < 0 || !(flags[row]! & 1) || last[span] === accounts[row]) continue;
    last[span] = accounts[row]!;
    customers[span]!++;
  }
}

/** What each customer with an order in the span brought in it, and its square, added up by group. */
export function spendingCells({ facts, ranges, column, codes, count }: Choice, { from, to }: Span): Record<"spent" | "spentSquares", Float64Array> {
  const cells = { spent: new Float64Array(count), spentSquares: new Float64Array(count) };
  const [accounts, days, flags, amounts] = ["account", "day", "flags", "amount"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers, Numbers];
  const open = { ...cells, last: new Int32Array(count), brought: new Float64Array(count), placed: new Uint8Array(count), step: facts.step("amount") };
  byStretch(ranges, addSpending, { open, column, codes, accounts, days, flags, amounts, from, to });
  for (let group = 0; group < count; group++) close(open, group);
  return cells;
}

/** Of each group, the customer that is being added up, what it brought, and whether it ordered. */
interface Open { spent: Float64Array; spentSquares: Float64Array; last: Int32Array; brought: Float64Array; placed: Uint8Array; step: number }

function close({ spent, spentSquares, brought, placed, step }: Open, group: number): void {
  if (placed[group]) {
    spent[group]! += brought[group]! * step;
    spentSquares[group]! += (brought[group]! * step) ** 2;
  }
  brought[group] = placed[group] = 0;
}

interface Spending extends Path { open: Open; accounts: Numbers; days: Numbers; flags: Numbers; amounts: Numbers; from: number; to: number }

function addSpending({ open, column, codes, accounts, days, flags, amounts, from, to }: Spending, row: number, end: number): void {
  const { last, brought, placed } = open;
  for (; row < end; row++) {
    const [day, account] = [days[row]!, accounts[row]!];
    if (day < from || day >= to || account === 0) continue;
    const group = codes[column[row]!]!;
    if (last[group] !== account) close(open, group);
    last[group] = account;
    brought[group]! += amounts[row]!;
    placed[group]! |= flags[row]! & 1;
  }
}

/** Whether the customer of a stretch was one on a day by an earlier stretch: an account's lie one after the other. */
function wasCustomer(facts: Facts, row: number, day: number): boolean {
  const [accounts, starteds, ends] = ["account", "started", "ends"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers];
  let earlier = row - 1;
  while (earlier >= 0 && accounts[earlier] === accounts[row] && starteds[earlier]! >= day) earlier--;
  return earlier >= 0 && accounts[earlier] === accounts[row] && ends[earlier]! >= day;
}

/** As parts.spell_periods counts: active at the start, lost in the span and not back before its end, and not yet decided. */
export function spellCells(facts: Facts, { ranges, column, codes, count }: Choice, { from, to }: Span, asOf: number): SpellCells {
  const cells = { atStart: new Float64Array(count), lost: new Float64Array(count), undecided: new Float64Array(count) };
  const [starteds, lasts, ends, backs, dues] = ["started", "last", "ends", "back", "due"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers, Numbers, Numbers];
  byStretch(ranges, addSpells, { facts, column, codes, starteds, lasts, ends, backs, dues, from, to, asOf, ...cells });
  return cells;
}

type SpellCells = Record<"atStart" | "lost" | "undecided", Float64Array>;
interface SpellColumns { facts: Facts; starteds: Numbers; lasts: Numbers; ends: Numbers; backs: Numbers; dues: Numbers; asOf: number }

function addSpells({ facts, column, codes, starteds, lasts, ends, backs, dues, from, to, asOf, atStart, lost, undecided }: SpellColumns & SpellCells & Path & Record<"from" | "to", number>, row: number, end: number): void {
  for (; row < end; row++) {
    const gone = ends[row]!;
    if (gone < from) continue;
    const group = codes[column[row]!]!;
    const isLost = gone < to && gone <= asOf && (backs[row] === -1 || backs[row]! >= to);
    if (isLost && (starteds[row]! < from || wasCustomer(facts, row, from))) lost[group]!++;
    if (starteds[row]! >= from) continue;
    atStart[group]!++;
    if (to > asOf + 1 && gone > asOf && lasts[row]! < from && dues[row]! < to) undecided[group]!++;
  }
}

/** The same for periods that follow one another, in one pass: a spell is active at the starts that lie between its own and its loss. */
export function spellSeries(facts: Facts, { ranges }: Choice, spans: readonly Span[], asOf: number): SpellCells {
  const cells = { atStart: new Float64Array(spans.length), lost: new Float64Array(spans.length), undecided: new Float64Array(spans.length) };
  const arriving = new Float64Array(spans.length + 1);
  const [starteds, lasts, ends, backs, dues] = ["started", "last", "ends", "back", "due"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers, Numbers, Numbers];
  // The first span that begins after each day.
  const next = new Int32Array(asOf + 2).fill(spans.length);
  for (let place = spans.length - 1; place >= 0; place--) next.fill(place, 0, Math.max(0, Math.min(asOf + 2, spans[place]!.from)));
  byStretch(ranges, addSpellsOfEach, { facts, starteds, lasts, ends, backs, dues, asOf, next, spans, arriving, lost: cells.lost, undecided: cells.undecided });
  let active = 0;
  for (let place = 0; place < spans.length; place++) cells.atStart[place] = active += arriving[place]!;
  return cells;
}

interface SpellsOfEach extends SpellColumns { next: Int32Array; spans: readonly Span[]; arriving: Float64Array; lost: Float64Array; undecided: Float64Array }

function addSpellsOfEach({ facts, starteds, lasts, ends, backs, dues, asOf, next, spans, arriving, lost, undecided }: SpellsOfEach, row: number, end: number): void {
  for (; row < end; row++) {
    const gone = ends[row]!;
    const from = next[starteds[row]!]!;
    const until = gone > asOf ? spans.length : next[gone]!;
    if (until === 0) continue;
    const last = spans[until - 1]!;
    const isLost = gone < last.to && gone <= asOf && (backs[row] === -1 || backs[row]! >= last.to);
    if (isLost && (from < until || wasCustomer(facts, row, last.from))) lost[until - 1]!++;
    if (from >= until) continue;
    arriving[from]!++;
    arriving[until]!--;
    if (last.to > asOf + 1 && gone > asOf && lasts[row]! < last.from && dues[row]! < last.to) undecided[until - 1]!++;
  }
}

const renewalSums = ["renewing", "arrived", "before", "now", "kept", "beforeSquares", "nowSquares", "keptSquares", "nowByBefore", "keptByBefore"] as const;
type RenewalCells = Record<(typeof renewalSums)[number], Float64Array>;

/** As per_customer.renewals: each customer's revenue in a finished span against the same days a year before; null where the data do not hold both. */
export function renewalCells(sales: Facts, customers: Facts, { ranges, column, codes, count }: Choice, { from, to }: Span, days: Days): RenewalCells | null {
  const earlier: Span = { from: days.monthsAway(from, -12), to: days.monthsAway(to, -12), undated: false };
  if (to > days.asOf + 1 || earlier.from < days.dataFrom) return null;
  const [before, now] = [revenues(sales, earlier), revenues(sales, { from, to, undated: false })];
  const cells = Object.fromEntries(renewalSums.map(name => [name, new Float64Array(count)])) as RenewalCells;
  const [ids, step] = [customers.column("account"), sales.step("amount")];
  byStretch(ranges, addRenewals, { column, codes, ids, earlier: before, later: now, step, cells });
  return cells;
}

interface Renewals extends Path { ids: Numbers; earlier: Float64Array; later: Float64Array; step: number; cells: RenewalCells }

function addRenewals({ column, codes, ids, earlier, later, step, cells }: Renewals, row: number, end: number): void {
  const { renewing, arrived, before, now, kept, beforeSquares, nowSquares, keptSquares, nowByBefore, keptByBefore } = cells;
  for (; row < end; row++) {
    const group = codes[column[row]!]!;
    const [then, since] = [earlier[ids[row]!]! * step, later[ids[row]!]! * step];
    if (then > 0) {
      const still = Math.min(Math.max(since, 0), then);
      renewing[group]!++;
      before[group]! += then;
      now[group]! += since;
      kept[group]! += still;
      beforeSquares[group]! += then * then;
      nowSquares[group]! += since * since;
      keptSquares[group]! += still * still;
      nowByBefore[group]! += since * then;
      keptByBefore[group]! += still * then;
    } else if (since > 0) arrived[group]!++;
  }
}

const mostSpans = 16;
const kept = new WeakMap<Facts, Map<string, Float64Array>>();

/** Each account's revenue in a span, whatever is chosen: made once for the spans that are asked for again and again. */
function revenues(sales: Facts, { from, to }: Span): Float64Array {
  let spans = kept.get(sales);
  if (!spans) kept.set(sales, spans = new Map());
  const key = `${from} ${to}`;
  const made = spans.get(key);
  if (made) return made;
  const revenue = new Float64Array(sales.starts().length - 1);
  const [accounts, days, amounts] = ["account", "day", "amount"].map(name => sales.column(name)) as [Numbers, Numbers, Numbers];
  for (let row = 0; row < sales.rows; row++) if (days[row]! >= from && days[row]! < to) revenue[accounts[row]!]! += amounts[row]!;
  if (spans.size >= mostSpans) spans.delete(spans.keys().next().value!);
  spans.set(key, revenue);
  return revenue;
}
