import type { Fact } from "../facts";
import type { Period } from "../pageData";
import type { Choice } from "./choices";
import type { Facts } from "./facts";
import { ratio, sixDecimals } from "./intervals";
import { gini, ordered, ranking as rankingOf, topFifth, type Ranking } from "./pareto";
import type { Ranges } from "./stretches";

type Ranked = "revenue" | "margin" | "profit";

/** KPIs of customers in the order of an amount. */
export const rankings: Readonly<Record<string, Ranked>> = {
  pareto_top20_share: "revenue", pareto_top20_share_margin: "margin", pareto_top20_share_profit: "profit", gini_revenue: "revenue", gini_margin: "margin", gini_profit: "profit",
};

const known = { revenue: 0, margin: 2048, profit: 4096 };

export function rankedFact(kpi: string, customers: Facts, choice: Choice, period: Period): Fact {
  const ranking = rankedOnce(customers, choice, rankings[kpi]!);
  const excluded = kpi === "pareto_top20_share" ? 0 : ranking.amounts.length - ranking.earning;
  const fact = { segment: "all", period, n: ranking.earning, excluded, low: null, high: null };
  if (kpi.startsWith("gini")) {
    const index = gini(ranking);
    return { ...fact, numerator: null, denominator: null, value: index === null ? null : sixDecimals(index) };
  }
  const [numerator, denominator] = [topFifth(ranking) / 10_000, ranking.total / 10_000];
  return { ...fact, numerator, denominator, value: ratio(numerator, denominator) };
}


const ranked = new WeakMap<Ranges, Map<string, Ranking>>();

/** Asked for by several KPIs of a view. */
function rankedOnce(customers: Facts, choice: Choice, column: Ranked): Ranking {
  let made = ranked.get(choice.ranges);
  if (!made) ranked.set(choice.ranges, made = new Map());
  let ranking = made.get(column);
  if (!ranking) made.set(column, ranking = rankedIn(customers, choice, column));
  return ranking;
}

/** All customers of a known amount, the greatest first: their rows, accounts and amounts. */
interface Order { rows: Int32Array; accounts: Int32Array; amounts: Float64Array }

const orders = new WeakMap<Facts, Map<string, Order>>();

/** The customers' order by an amount does not depend on what is chosen: it is made once, and those chosen are taken out of it. */
function rankedIn(customers: Facts, { ranges }: Choice, column: Ranked): Ranking {
  const order = orderBy(customers, column);
  const isChosen = new Uint8Array(customers.rows);
  for (let place = 0; place < ranges.length; place += 2) isChosen.fill(1, ranges[place], ranges[place + 1]);
  const [accounts, amounts] = [new Int32Array(order.rows.length), new Float64Array(order.rows.length)];
  let size = 0;
  for (let place = 0; place < order.rows.length; place++) {
    accounts[size] = order.accounts[place]!;
    amounts[size] = order.amounts[place]!;
    size += isChosen[order.rows[place]!]!;
  }
  return rankingOf(accounts.subarray(0, size), amounts.subarray(0, size));
}

function orderBy(customers: Facts, column: Ranked): Order {
  let made = orders.get(customers);
  if (!made) orders.set(customers, made = new Map());
  let order = made.get(column);
  if (!order) made.set(column, order = orderedBy(customers, column));
  return order;
}

function orderedBy(customers: Facts, column: Ranked): Order {
  const [ids, amounts, flags, step] = [customers.column("account"), customers.column(column), customers.column("flags"), customers.step(column)];
  const steps = new Float64Array(customers.rows);
  for (let row = 0; row < customers.rows; row++) steps[row] = (flags[row]! & known[column]) === known[column] ? amounts[row]! : NaN;
  const rows = ordered(steps);
  return { rows, accounts: Int32Array.from(rows, row => ids[row]!), amounts: Float64Array.from(rows, row => amounts[row]! * step) };
}
