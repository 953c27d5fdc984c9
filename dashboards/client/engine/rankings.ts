import type { Fact } from "../facts";
import type { Period } from "../pageData";
import type { Choice } from "./choices";
import type { Facts } from "./facts";
import { ratio, sixDecimals } from "./intervals";
import { giniInterval, topFifthInterval } from "./concentration";
import { gini, ordered, ranking, topFifth } from "./pareto";
import type { Ranges } from "./stretches";

type Ranked = "revenue" | "margin" | "profit";

/** KPIs of customers in the order of an amount. */
export const rankings: Readonly<Record<string, Ranked>> = {
  pareto_top20_share: "revenue", pareto_top20_share_margin: "margin", pareto_top20_share_profit: "profit", gini_revenue: "revenue", gini_margin: "margin", gini_profit: "profit",
};

const known = { revenue: 0, margin: 2048, profit: 4096 };

export function rankedFact(kpi: string, customers: Facts, choice: Choice, period: Period): Fact {
  const { customers: known, earning, total, ofTopFifth, index, ofIndex, ofShare } = rankedOnce(customers, choice, rankings[kpi]!);
  const excluded = kpi === "pareto_top20_share" ? 0 : known - earning;
  const fact = { segment: "all", period, n: earning, excluded };
  if (kpi.startsWith("gini")) return { ...fact, ...ends(ofIndex), numerator: null, denominator: null, value: index === null ? null : sixDecimals(index) };
  const [numerator, denominator] = [ofTopFifth === null ? null : ofTopFifth / 10_000, total / 10_000];
  return { ...fact, ...ends(ofShare), numerator, denominator, value: numerator === null ? null : ratio(numerator, denominator) };
}

const ends = (interval: [number, number] | null) => ({ low: interval?.[0] ?? null, high: interval?.[1] ?? null });

/** What the KPIs need of some customers in order. */
interface Ranks { customers: number; earning: number; total: number; ofTopFifth: number | null; index: number | null; ofIndex: [number, number] | null; ofShare: [number, number] | null }

const ranked = new WeakMap<Ranges, Map<string, Ranks>>();

/** Asked for by several KPIs of a view. */
function rankedOnce(customers: Facts, choice: Choice, column: Ranked): Ranks {
  let made = ranked.get(choice.ranges);
  if (!made) ranked.set(choice.ranges, made = new Map());
  let ranks = made.get(column);
  if (!ranks) made.set(column, ranks = rankedIn(customers, choice, column));
  return ranks;
}

/** All customers of a known amount, the greatest first: their rows, accounts and amounts. */
interface Order { rows: Int32Array; amounts: Float64Array; isChosen: Uint8Array; chosen: Float64Array }

const orders = new WeakMap<Facts, Map<string, Order>>();

/** The customers' order by an amount does not depend on what is chosen: it is made once, and those chosen are taken out of it, into memory that is kept for it. */
function rankedIn(customers: Facts, { ranges }: Choice, column: Ranked): Ranks {
  const { rows, amounts, isChosen, chosen } = orderBy(customers, column);
  isChosen.fill(0);
  for (let place = 0; place < ranges.length; place += 2)
    for (let row = ranges[place]!, end = ranges[place + 1]!; row < end; row++) isChosen[row] = 1;
  let size = 0;
  for (let place = 0; place < rows.length; place++) {
    chosen[size] = amounts[place]!;
    size += isChosen[rows[place]!]!;
  }
  const found = ranking(noAccounts, chosen.subarray(0, size));
  return { customers: size, earning: found.earning, total: found.total, ofTopFifth: topFifth(found), index: gini(found), ofIndex: giniInterval(found), ofShare: topFifthInterval(found) };
}

const noAccounts = new Int32Array(0);

function orderBy(customers: Facts, column: Ranked): Order {
  let made = orders.get(customers);
  if (!made) orders.set(customers, made = new Map());
  let order = made.get(column);
  if (!order) made.set(column, order = orderedBy(customers, column));
  return order;
}

function orderedBy(customers: Facts, column: Ranked): Order {
  const [amounts, flags, step] = [customers.column(column), customers.column("flags"), customers.step(column)];
  const steps = new Float64Array(customers.rows);
  for (let row = 0; row < customers.rows; row++) steps[row] = (flags[row]! & known[column]) === known[column] ? amounts[row]! : NaN;
  const rows = ordered(steps);
  return { rows, amounts: Float64Array.from(rows, row => amounts[row]! * step), isChosen: new Uint8Array(customers.rows), chosen: new Float64Array(rows.length) };
}
