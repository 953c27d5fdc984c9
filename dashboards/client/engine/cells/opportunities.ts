import type { Numbers } from "../columns";
import type { Facts } from "../facts";
import { byStretch } from "../stretches";
import { cellOf, cellsOf, inUnits, type CellOf, type Cells, type Pass } from "./pass";

const sums = ["created", "createdExisting", "cohortWon", "cohortOpen", "createdUndated", "open", "won", "lost", "closedUndated",
  "wonPriced", "lostPriced", "wonAmount", "lostAmount", "closedSquares", "wonSquares", "wonCycles", "wonDays", "wonDaysSquares", "closedCycles", "closedDays", "closedDaysSquares", "stopped", "lostContacted"] as const;

export function opportunityCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, ...sums);
  const [births, ends, amounts, contacts, flags] = ["created", "closed", "amount", "contacts", "flags"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers, Numbers, Numbers];
  byStretch(pass.ranges, addOpportunities, { ...cellOf(pass), births, ends, amounts, contacts, flags, cells });
  const step = facts.step("amount");
  inUnits(cells, step, "wonAmount", "lostAmount");
  inUnits(cells, step * step, "closedSquares", "wonSquares");
  return cells;
}

interface Opportunities extends CellOf, Record<"births" | "ends" | "amounts" | "contacts" | "flags", Numbers> { cells: Record<(typeof sums)[number], Float64Array> }

function addOpportunities({ column, codes, of, width, births, ends, amounts, contacts, flags, cells }: Opportunities, row: number, end: number): void {
  const { created, createdExisting, cohortWon, cohortOpen, createdUndated, open, won, lost, closedUndated,
    wonPriced, lostPriced, wonAmount, lostAmount, closedSquares, wonSquares, wonCycles, wonDays, wonDaysSquares, closedCycles, closedDays, closedDaysSquares, stopped, lostContacted } = cells;
  for (; row < end; row++) {
    const group = codes[column[row]!]! * width;
    const born = births[row]!;
    const closed = ends[row]!;
    const flag = flags[row]!;
    const isWon = (flag & 1) !== 0;
    const isLost = (flag & 2) !== 0;
    const isOpen = (flag & 4) !== 0;
    const isPriced = (flag & 8) !== 0;
    const countsUndated = (flag & 32) !== 0;
    const birth = group + of[born + 2]!;
    if (born === -1) createdUndated[birth]!++;
    else {
      created[birth]!++;
      if ((flag & 16) !== 0) createdExisting[birth]!++;
      if (isWon) cohortWon[birth]!++;
      if (isOpen) cohortOpen[birth]!++;
    }
    // Open ones are counted as they are at the as-of date: in the whole, where undated facts are.
    if (isOpen) {
      open[group + 1]!++;
      continue;
    }
    const ended = group + of[closed + 2]!;
    if (closed === -1 && !countsUndated) {
      closedUndated[ended]!++;
      continue;
    }
    (isWon ? won : lost)[ended]!++;
    if (isPriced) {
      (isWon ? wonPriced : lostPriced)[ended]!++;
      (isWon ? wonAmount : lostAmount)[ended]! += amounts[row]!;
      closedSquares[ended]! += amounts[row]! * amounts[row]!;
      if (isWon) wonSquares[ended]! += amounts[row]! * amounts[row]!;
    }
    if (born >= 0 && closed >= born) {
      const days = closed - born;
      closedCycles[ended]!++;
      closedDays[ended]! += days;
      closedDaysSquares[ended]! += days * days;
      if (isWon) {
        wonCycles[ended]!++;
        wonDays[ended]! += days;
        wonDaysSquares[ended]! += days * days;
      }
    }
    if (isLost && contacts[row]! >= 0) {
      lostContacted[ended]!++;
      if (contacts[row]! <= 3) stopped[ended]!++;
    }
  }
}
