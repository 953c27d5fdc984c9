import type { Choice } from "../choices";
import type { Slots } from "../days";
import type { Path } from "../facts";

// What pipeline/sql/parts/*_cells.sql adds up, added up again for the rows that the filters let through. All sums are of whole numbers
// (amounts in ten thousandths), hence exact up to 2^53.

/** Which rows count, and in which group each does: cell = group × width + slot of the day. */
export interface Pass extends Choice { slots: Slots }

export type Cells = Record<string, Float64Array>;

/** What tells the cell of a row. */
export interface CellOf extends Path { of: Int32Array; width: number }

export function cellOf({ column, codes, slots: { of, width } }: Pass): CellOf {
  return { column, codes, of, width };
}

export function cellsOf<K extends string>({ count, slots: { width } }: Pass, ...names: K[]): Record<K, Float64Array> {
  return Object.fromEntries(names.map(name => [name, new Float64Array(count * width)])) as Record<K, Float64Array>;
}

export function inUnits(cells: Cells, step: number, ...names: string[]): void {
  if (step === 1) return;
  for (const name of names) {
    const sums = cells[name]!;
    for (let cell = 0; cell < sums.length; cell++) sums[cell]! *= step;
  }
}
