import type { Numbers } from "../columns";
import type { Facts } from "../facts";
import { byStretch } from "../stretches";
import { cellsOf, inUnits, type Cells, type Pass } from "./pass";

export function satisfactionCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "complaints", "answers", "score", "scoreSquares", "promoters", "detractors", "unread");
  const { ranges, column, codes, slots: { of, width } } = pass;
  const [days, flags, scores] = ["day", "flags", "score"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers];
  byStretch(ranges, (row, end) => { for (; row < end; row++) {
    const cell = codes[column[row]!]! * width + of[days[row]! + 2]!;
    const flag = flags[row]!;
    if (flag & 1) cells.complaints[cell]!++;
    if (flag & 2) cells.answers[cell]!++;
    if (flag & 4) cells.promoters[cell]!++;
    if (flag & 8) cells.detractors[cell]!++;
    if (flag & 16) cells.unread[cell]!++;
    cells.score[cell]! += scores[row]!;
    cells.scoreSquares[cell]! += scores[row]! * scores[row]!;
  } });
  const step = facts.step("score");
  inUnits(cells, step, "score");
  inUnits(cells, step * step, "scoreSquares");
  return cells;
}
