import type { Numbers } from "../columns";
import type { Facts } from "../facts";
import { byStretch } from "../stretches";
import { cellsOf, inUnits, type Cells, type Pass } from "./pass";

export function leadCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "leads", "matureLeads", "convertedLeads");
  const { ranges, column, codes, slots: { of, width } } = pass;
  const [days, flags] = [facts.column("day"), facts.column("flags")];
  byStretch(ranges, (row, end) => { for (; row < end; row++) {
    const cell = codes[column[row]!]! * width + of[days[row]! + 2]!;
    cells.leads[cell]!++;
    if (flags[row]! & 1) cells.matureLeads[cell]!++;
    if (flags[row]! & 2) cells.convertedLeads[cell]!++;
  } });
  return cells;
}

export function acquisitionCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "newCustomers", "time", "laterTime", "meetings", "quotes", "opportunities", "unknownTime");
  const counted = { 1: cells.newCustomers, 4: cells.meetings, 8: cells.quotes, 16: cells.opportunities, 32: cells.unknownTime } as Record<number, Float64Array>;
  const [days, laters, amounts, flags] = ["day", "later", "amount", "flags"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers, Numbers];
  const { ranges, column, codes, slots: { of, width } } = pass;
  byStretch(ranges, (row, end) => { for (; row < end; row++) {
    const group = codes[column[row]!]! * width;
    const flag = flags[row]!;
    if (flag === 2) {
      cells.time[group + of[days[row]! + 2]!]! += amounts[row]!;
      cells.laterTime[group + of[laters[row]! + 2]!]! += amounts[row]!;
    } else counted[flag]![group + of[days[row]! + 2]!]!++;
  } });
  inUnits(cells, facts.step("amount"), "time", "laterTime");
  return cells;
}
