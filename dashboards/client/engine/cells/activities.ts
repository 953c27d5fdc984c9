import type { Numbers } from "../columns";
import type { Facts } from "../facts";
import { byStretch } from "../stretches";
import { cellsOf, inUnits, type Cells, type Pass } from "./pass";

export function activityCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "activities", "calls", "callsReached", "callsUntold", "emails", "visits", "prospectMeetings", "customerMeetings", "minutes", "minutesSquares", "prospectMinutes");
  const { ranges, column, codes, slots: { of, width } } = pass;
  const [days, minutes, flags] = ["day", "minutes", "flags"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers];
  byStretch(ranges, (row, end) => { for (; row < end; row++) {
    const cell = codes[column[row]!]! * width + of[days[row]! + 2]!;
    const flag = flags[row]!;
    cells.activities[cell]!++;
    cells.minutes[cell]! += minutes[row]!;
    cells.minutesSquares[cell]! += minutes[row]! * minutes[row]!;
    if (flag & 1) cells.calls[cell]!++;
    if (flag & 2) cells.callsReached[cell]!++;
    if (flag & 4) cells.callsUntold[cell]!++;
    if (flag & 8) cells.emails[cell]!++;
    if (flag & 16) cells.visits[cell]!++;
    if (flag & 32) cells.prospectMeetings[cell]!++;
    if (flag & 64) cells.customerMeetings[cell]!++;
    if (flag & 128) cells.prospectMinutes[cell]! += minutes[row]!;
  } });
  inUnits(cells, facts.step("minutes"), "minutes", "prospectMinutes");
  inUnits(cells, facts.step("minutes") ** 2, "minutesSquares");
  return cells;
}
