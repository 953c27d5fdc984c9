import type { Numbers } from "../columns";
import type { Facts } from "../facts";
import { byStretch } from "../stretches";
import { cellOf, cellsOf, inUnits, type CellOf, type Cells, type Pass } from "./pass";

const sums = ["complaints", "answers", "score", "scoreSquares", "promoters", "detractors", "unread"] as const;

export function satisfactionCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, ...sums);
  const [days, flags, scores] = ["day", "flags", "score"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers];
  byStretch(pass.ranges, addAnswers, { ...cellOf(pass), days, flags, scores, cells });
  const step = facts.step("score");
  inUnits(cells, step, "score");
  inUnits(cells, step * step, "scoreSquares");
  return cells;
}

type Answers = CellOf & Record<"days" | "flags" | "scores", Numbers> & { cells: Record<(typeof sums)[number], Float64Array> };

function addAnswers({ column, codes, of, width, days, flags, scores, cells }: Answers, row: number, end: number): void {
  const { complaints, answers, score, scoreSquares, promoters, detractors, unread } = cells;
  for (; row < end; row++) {
    const cell = codes[column[row]!]! * width + of[days[row]! + 2]!;
    const flag = flags[row]!;
    if (flag & 1) complaints[cell]!++;
    if (flag & 2) answers[cell]!++;
    if (flag & 4) promoters[cell]!++;
    if (flag & 8) detractors[cell]!++;
    if (flag & 16) unread[cell]!++;
    score[cell]! += scores[row]!;
    scoreSquares[cell]! += scores[row]! * scores[row]!;
  }
}
