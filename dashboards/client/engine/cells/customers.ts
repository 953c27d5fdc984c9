import type { Numbers } from "../columns";
import type { Facts } from "../facts";
import { byStretch } from "../stretches";
import { cellsOf, inUnits, type Cells, type Pass } from "./pass";

/** The customers as they are at the as-of date: in the whole, where undated facts are. */
export function customerCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "customers", "earning", "revenue", "revenueSquares", "paretoRevenue", "paretoMargin", "paretoProfit", "withMargin", "marginEarning",
    "withProfit", "profitEarning", "profit", "unprofitable", "losses", "stars", "recurring", "started", "rising", "falling", "lost", "judged", "droppedOff", "atStake");
  const [revenues, margins, profits, stakes, flags] = ["revenue", "margin", "profit", "at_stake", "flags"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers, Numbers, Numbers];
  const { customers, earning, revenue: total, revenueSquares, marginEarning, profitEarning, profit: profitTotal, unprofitable, losses, atStake } = cells;
  // The flags' bits in their order.
  const flagged = [cells.paretoRevenue, cells.paretoMargin, cells.paretoProfit, cells.stars, cells.recurring, cells.started, cells.rising, cells.falling, cells.lost,
    cells.judged, cells.droppedOff, cells.withMargin, cells.withProfit];
  const { ranges, column, codes, slots: { width } } = pass;
  byStretch(ranges, (row, end) => { for (; row < end; row++) {
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
  } });
  inUnits(cells, facts.step("revenue"), "revenue");
  inUnits(cells, facts.step("revenue") ** 2, "revenueSquares");
  inUnits(cells, facts.step("profit"), "profit", "losses");
  inUnits(cells, facts.step("at_stake"), "atStake");
  return cells;
}
