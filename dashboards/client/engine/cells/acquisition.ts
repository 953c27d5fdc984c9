import type { Numbers } from "../columns";
import type { Facts } from "../facts";
import { byStretch } from "../stretches";
import { cellOf, cellsOf, inUnits, type CellOf, type Cells, type Pass } from "./pass";

export function leadCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "leads", "matureLeads", "convertedLeads");
  byStretch(pass.ranges, addLeads, { ...cellOf(pass), ...cells, days: facts.column("day"), flags: facts.column("flags") });
  return cells;
}

type Leads = CellOf & Record<"leads" | "matureLeads" | "convertedLeads", Float64Array> & Record<"days" | "flags", Numbers>;

function addLeads({ column, codes, of, width, days, flags, leads, matureLeads, convertedLeads }: Leads, row: number, end: number): void {
  for (; row < end; row++) {
    const cell = codes[column[row]!]! * width + of[days[row]! + 2]!;
    leads[cell]!++;
    if (flags[row]! & 1) matureLeads[cell]!++;
    if (flags[row]! & 2) convertedLeads[cell]!++;
  }
}

export function acquisitionCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "newCustomers", "time", "laterTime", "meetings", "quotes", "opportunities", "unknownTime");
  const counted = { 1: cells.newCustomers, 4: cells.meetings, 8: cells.quotes, 16: cells.opportunities, 32: cells.unknownTime } as Record<number, Float64Array>;
  const [days, laters, amounts, flags] = ["day", "later", "amount", "flags"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers, Numbers];
  byStretch(pass.ranges, addAcquisition, { ...cellOf(pass), days, laters, amounts, flags, counted, time: cells.time, laterTime: cells.laterTime });
  inUnits(cells, facts.step("amount"), "time", "laterTime");
  return cells;
}

type Acquisition = CellOf & Record<"days" | "laters" | "amounts" | "flags", Numbers> & { counted: Record<number, Float64Array>; time: Float64Array; laterTime: Float64Array };

function addAcquisition({ column, codes, of, width, days, laters, amounts, flags, counted, time, laterTime }: Acquisition, row: number, end: number): void {
  for (; row < end; row++) {
    const group = codes[column[row]!]! * width;
    const flag = flags[row]!;
    if (flag === 2) {
      time[group + of[days[row]! + 2]!]! += amounts[row]!;
      laterTime[group + of[laters[row]! + 2]!]! += amounts[row]!;
    } else counted[flag]![group + of[days[row]! + 2]!]!++;
  }
}
