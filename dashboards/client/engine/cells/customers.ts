import type { Numbers } from "../columns";
import type { Facts } from "../facts";
import { byStretch } from "../stretches";
import { cellOf, cellsOf, inUnits, type CellOf, type Cells, type Pass } from "./pass";

/** What the bits of a customer's flags say, in their order. */
const flagSums = ["paretoRevenue", "paretoMargin", "paretoProfit", "stars", "recurring", "started", "rising", "falling", "lost", "judged", "droppedOff", "withMargin", "withProfit"] as const;
const sums = ["customers", "earning", "revenue", "revenueSquares", "marginEarning", "profitEarning", "profit", "unprofitable", "losses", "atStake"] as const;

/** The customers as they are at the as-of date: in the whole, where undated facts are. */
export function customerCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, ...sums, ...flagSums);
  const [revenues, margins, profits, stakes, flags] = ["revenue", "margin", "profit", "at_stake", "flags"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers, Numbers, Numbers];
  byStretch(pass.ranges, addCustomers, { ...cellOf(pass), revenues, margins, profits, stakes, flags, cells, flagged: flagSums.map(name => cells[name]) });
  inUnits(cells, facts.step("revenue"), "revenue");
  inUnits(cells, facts.step("revenue") ** 2, "revenueSquares");
  inUnits(cells, facts.step("profit"), "profit", "losses");
  inUnits(cells, facts.step("at_stake"), "atStake");
  return cells;
}

interface Customers extends CellOf, Record<"revenues" | "margins" | "profits" | "stakes" | "flags", Numbers> { cells: Record<(typeof sums)[number], Float64Array>; flagged: readonly Float64Array[] }

function addCustomers({ column, codes, width, revenues, margins, profits, stakes, flags, cells, flagged }: Customers, row: number, end: number): void {
  const { customers, earning, revenue: total, revenueSquares, marginEarning, profitEarning, profit: profitTotal, unprofitable, losses, atStake } = cells;
  for (; row < end; row++) {
    const cell = codes[column[row]!]! * width + 1;
    const revenue = revenues[row]!;
    const profit = profits[row]!;
    customers[cell]!++;
    total[cell]! += revenue;
    revenueSquares[cell]! += revenue * revenue;
    profitTotal[cell]! += profit;
    atStake[cell]! += stakes[row]!;
    if (revenue > 0) earning[cell]!++;
    if (margins[row]! > 0) marginEarning[cell]!++;
    if (profit > 0) profitEarning[cell]!++;
    if (profit < 0) {
      unprofitable[cell]!++;
      losses[cell]! -= profit;
    }
    for (let flag = flags[row]!, bit = 0; flag !== 0; flag >>= 1, bit++) if (flag & 1) flagged[bit]![cell]!++;
  }
}
