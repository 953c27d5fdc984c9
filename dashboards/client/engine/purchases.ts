import type { Choice } from "./choices";
import type { Numbers } from "./columns";
import type { Span } from "./days";
import type { Facts } from "./facts";
import { byStretch } from "./stretches";

/** What each account bought: amounts and costs in steps of their columns, hence exact. */
export type Purchases = Record<"orders" | "revenue" | "costed" | "costedRevenue" | "cost", Float64Array>;

/** Each account's purchases in a span. Its sales lie one after the other: they are added up before they are written down. */
export function purchasesOf({ facts, ranges, count }: Choice, { from, to, undated }: Span): Purchases {
  const [orders, revenue, costed, costedRevenue, cost] = Array.from({ length: 5 }, () => new Float64Array(count)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const [accounts, days, flags, amounts, costs] = ["account", "day", "flags", "amount", "cost"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers, Numbers, Numbers];
  const first = undated ? -1 : Math.max(0, from);
  const purchases = { orders, revenue, costed, costedRevenue, cost };
  byStretch(ranges, addPurchases, { ...purchases, accounts, days, flags, amounts, costs, first, to });
  return purchases;
}

type Adding = Purchases & Record<"accounts" | "days" | "flags" | "amounts" | "costs", Numbers> & Record<"first" | "to", number>;

function addPurchases({ orders, revenue, costed, costedRevenue, cost, accounts, days, flags, amounts, costs, first, to }: Adding, row: number, end: number): void {
  while (row < end) {
    const account = accounts[row]!;
    let [placed, bought, known, ofKnown, spent] = [0, 0, 0, 0, 0];
    for (; row < end && accounts[row] === account; row++) {
      if (days[row]! < first || days[row]! >= to) continue;
      placed += flags[row]! & 1;
      bought += amounts[row]!;
      if (!(flags[row]! & 4)) continue;
      known++;
      ofKnown += amounts[row]!;
      spent += costs[row]!;
    }
    orders[account]! += placed;
    revenue[account]! += bought;
    costed[account]! += known;
    costedRevenue[account]! += ofKnown;
    cost[account]! += spent;
  }
}

/** The day of each account's first order, as its sales lie day by day; -1 where none has a date, -2 where it came before the data. */
export function firstOrders(sales: Facts, count: number): Int32Array {
  const firsts = new Int32Array(count).fill(-1);
  const [accounts, days, flags] = ["account", "day", "flags"].map(name => sales.column(name)) as [Numbers, Numbers, Numbers];
  for (let row = sales.rows - 1; row >= 0; row--) if (flags[row]! & 1 && days[row] !== -1) firsts[accounts[row]!] = days[row]!;
  return firsts;
}
