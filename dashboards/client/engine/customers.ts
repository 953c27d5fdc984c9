import type { Days, Span } from "./days";
import type { Facts } from "./dimensions";

// What depends on whole customers and not on sums over slices: who bought, who left, who renewed. Each gives one number per group.

/** Which rows count and in which group, without slots: these figures are made for one span of days at a time. */
export interface Choice { bits: Uint32Array; heed: number; groups: ArrayLike<number>; count: number }

/** Customers with an order in the span; the sales lie customer by customer, so that a change of customer is seen by the one before. */
export function activeCustomers(facts: Facts, { bits, heed, groups, count }: Choice, { from, to }: Span): Float64Array {
  const customers = new Float64Array(count);
  const last = new Int32Array(count);
  const [accounts, days, flags] = ["account", "day", "flags"].map(name => facts.column(name)) as [Int32Array, Int32Array, Int32Array];
  for (let row = 0; row < facts.rows; row++) {
    const day = days[row]!;
    if ((bits[row]! & heed) !== 0 || day < from || day >= to || !(flags[row]! & 1)) continue;
    const [group, account] = [groups[row]!, accounts[row]!];
    if (last[group] === account) continue;
    last[group] = account;
    customers[group]!++;
  }
  return customers;
}

/** As parts.spell_periods counts: active at the start, lost in the span and not back before its end, and not yet decided. */
export function spellCells(facts: Facts, { bits, heed, groups, count }: Choice, { from, to }: Span, asOf: number): Record<"atStart" | "lost" | "undecided", Float64Array> {
  const cells = { atStart: new Float64Array(count), lost: new Float64Array(count), undecided: new Float64Array(count) };
  const [starteds, lasts, losts, backs, dues] = ["started", "last", "lost", "back", "due"].map(name => facts.column(name)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  for (let row = 0; row < facts.rows; row++) {
    const lost = losts[row]!;
    if ((bits[row]! & heed) !== 0 || starteds[row]! >= from || (lost !== -1 && lost < from)) continue;
    const group = groups[row]!;
    cells.atStart[group]!++;
    if (lost !== -1 && lost < to && (backs[row] === -1 || backs[row]! >= to)) cells.lost[group]!++;
    if (to > asOf + 1 && lost === -1 && lasts[row]! < from && dues[row]! < to) cells.undecided[group]!++;
  }
  return cells;
}

/** The same for periods that follow one another, in one pass: a spell is active at the starts that lie between its own and its loss. */
export function spellSeries(facts: Facts, { bits, heed }: Choice, spans: readonly Span[], asOf: number): Record<"atStart" | "lost" | "undecided", Float64Array> {
  const cells = { atStart: new Float64Array(spans.length), lost: new Float64Array(spans.length), undecided: new Float64Array(spans.length) };
  const arriving = new Float64Array(spans.length + 1);
  const [starteds, lasts, losts, backs, dues] = ["started", "last", "lost", "back", "due"].map(name => facts.column(name)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  // The first span that begins after each day.
  const next = new Int32Array(asOf + 2).fill(spans.length);
  for (let place = spans.length - 1; place >= 0; place--) next.fill(place, 0, Math.max(0, Math.min(asOf + 2, spans[place]!.from)));
  for (let row = 0; row < facts.rows; row++) {
    if ((bits[row]! & heed) !== 0) continue;
    const lost = losts[row]!;
    const from = next[starteds[row]!]!;
    const until = lost === -1 ? spans.length : next[lost]!;
    if (from >= until) continue;
    arriving[from]!++;
    arriving[until]!--;
    const last = spans[until - 1]!;
    if (lost !== -1 && lost < last.to && (backs[row] === -1 || backs[row]! >= last.to)) cells.lost[until - 1]!++;
    if (last.to > asOf + 1 && lost === -1 && lasts[row]! < last.from && dues[row]! < last.to) cells.undecided[until - 1]!++;
  }
  let active = 0;
  for (let place = 0; place < spans.length; place++) cells.atStart[place] = active += arriving[place]!;
  return cells;
}

/** As per_customer.renewals: each customer's revenue in a finished span against the same days a year before; null where the data do not hold both. */
export function renewalCells(sales: Facts, customers: Facts, choice: Choice, { from, to }: Span, days: Days): Record<"before" | "now" | "kept" | "renewing" | "arrived", Float64Array> | null {
  const [beforeFrom, beforeTo] = [days.monthsAway(from, -12), days.monthsAway(to, -12)];
  if (to > days.asOf + 1 || beforeFrom < days.dataFrom) return null;
  const [accounts, saleDays, amounts] = ["account", "day", "amount"].map(name => sales.column(name)) as [Int32Array, Int32Array, Int32Array];
  const size = 1 + Math.max(accounts.at(-1) ?? 0, customers.column("account").at(-1) ?? 0);
  const [before, now] = [new Float64Array(size), new Float64Array(size)];
  for (let row = 0; row < sales.rows; row++) {
    const day = saleDays[row]!;
    if (day >= beforeFrom && day < beforeTo) before[accounts[row]!]! += amounts[row]!;
    if (day >= from && day < to) now[accounts[row]!]! += amounts[row]!;
  }
  const cells = { before: new Float64Array(choice.count), now: new Float64Array(choice.count), kept: new Float64Array(choice.count), renewing: new Float64Array(choice.count), arrived: new Float64Array(choice.count) };
  const [ids, step] = [customers.column("account"), sales.step("amount")];
  for (let row = 0; row < customers.rows; row++) {
    if ((choice.bits[row]! & choice.heed) !== 0) continue;
    const group = choice.groups[row]!;
    const [then, since] = [before[ids[row]!]! * step, now[ids[row]!]! * step];
    if (then > 0) {
      cells.renewing[group]!++;
      cells.before[group]! += then;
      cells.now[group]! += since;
      cells.kept[group]! += Math.min(Math.max(since, 0), then);
    } else if (since > 0) cells.arrived[group]!++;
  }
  return cells;
}
