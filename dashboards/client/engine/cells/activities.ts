import type { Numbers } from "../columns";
import type { Facts } from "../facts";
import { byStretch } from "../stretches";
import { cellOf, cellsOf, inUnits, type CellOf, type Cells, type Pass } from "./pass";

const sums = ["activities", "calls", "callsReached", "callsUntold", "emails", "visits", "prospectMeetings", "customerMeetings", "minutes", "minutesSquares", "prospectMinutes"] as const;

export function activityCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, ...sums);
  const [days, lengths, flags] = ["day", "minutes", "flags"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers];
  byStretch(pass.ranges, addActivities, { ...cellOf(pass), days, lengths, flags, cells });
  inUnits(cells, facts.step("minutes"), "minutes", "prospectMinutes");
  inUnits(cells, facts.step("minutes") ** 2, "minutesSquares");
  return cells;
}

type ActivityCells = Record<(typeof sums)[number], Float64Array>;
type Activities = CellOf & Record<"days" | "lengths" | "flags", Numbers> & { cells: ActivityCells };

function addActivities({ column, codes, of, width, days, lengths, flags, cells }: Activities, row: number, end: number): void {
  const { activities, calls, callsReached, callsUntold, emails, visits, prospectMeetings, customerMeetings, minutes, minutesSquares, prospectMinutes } = cells;
  for (; row < end; row++) {
    const cell = codes[column[row]!]! * width + of[days[row]! + 2]!;
    const flag = flags[row]!;
    activities[cell]!++;
    minutes[cell]! += lengths[row]!;
    minutesSquares[cell]! += lengths[row]! * lengths[row]!;
    if (flag & 1) calls[cell]!++;
    if (flag & 2) callsReached[cell]!++;
    if (flag & 4) callsUntold[cell]!++;
    if (flag & 8) emails[cell]!++;
    if (flag & 16) visits[cell]!++;
    if (flag & 32) prospectMeetings[cell]!++;
    if (flag & 64) customerMeetings[cell]!++;
    if (flag & 128) prospectMinutes[cell]! += lengths[row]!;
  }
}
