import type { Facts } from "../facts";
import type { Slots } from "../days";
import { cellsOf, inUnits, type Cells, type Pass } from "./pass";

/** The kinds of rows by their flags, and where each row's sums lie within its group: there are few kinds, so a row is added up without a question. */
interface Layout { kinds: number[]; places: Uint16Array }

const layouts = new WeakMap<Slots, Layout>();

const mostFlags = 32;

/** Of each cell and kind: rows, amount, square of the amount, cost. */
const sums = 4;

export function saleCells(facts: Facts, pass: Pass): Cells {
  const { kinds, places } = layoutOf(facts, pass.slots);
  const { ranges, column, codes, count, slots: { width } } = pass;
  const stride = width * kinds.length;
  const added = new Float64Array(count * stride * sums);
  const [amounts, costs] = ["amount", "cost"].map(name => facts.column(name)) as [Int32Array, Int32Array];
  for (let place = 0; place < ranges.length; place += 2) for (let row = ranges[place]!, end = ranges[place + 1]!; row < end; row++) {
    const at = (codes[column[row]!]! * stride + places[row]!) * sums;
    const amount = amounts[row]!;
    added[at]!++;
    added[at + 1]! += amount;
    added[at + 2]! += amount * amount;
    added[at + 3]! += costs[row]!;
  }
  return named(facts, pass, kinds, added);
}

function layoutOf(facts: Facts, slots: Slots): Layout {
  let layout = layouts.get(slots);
  if (!layout) layouts.set(slots, layout = laidOut(facts, slots));
  return layout;
}

function laidOut(facts: Facts, slots: Slots): Layout {
  const days = facts.column("day");
  const { kinds, ofRows } = kindsOf(facts);
  const places = new Uint16Array(facts.rows);
  const [of, count] = [slots.of, kinds.length];
  for (let row = 0; row < places.length; row++) places[row] = of[days[row]! + 2]! * count + ofRows[row]!;
  return { kinds, places };
}

interface Kinds { kinds: number[]; ofRows: Uint8Array }

const foundKinds = new WeakMap<Facts, Kinds>();

function kindsOf(facts: Facts): Kinds {
  let found = foundKinds.get(facts);
  if (!found) foundKinds.set(facts, found = kindsIn(facts.column("flags")));
  return found;
}

function kindsIn(flags: ArrayLike<number>): Kinds {
  const kinds: number[] = [];
  const kindOf = new Int16Array(mostFlags).fill(-1);
  const ofRows = new Uint8Array(flags.length);
  for (let row = 0; row < ofRows.length; row++) {
    const flag = flags[row]!;
    if (kindOf[flag] === -1) kindOf[flag] = kinds.push(flag) - 1;
    ofRows[row] = kindOf[flag]!;
  }
  return { kinds, ofRows };
}

function named(facts: Facts, pass: Pass, kinds: readonly number[], added: Float64Array): Cells {
  const cells = cellsOf(pass, "orders", "emptyOrders", "revenue", "ordered", "orderedSquares",
    "costed", "costedRevenue", "cost", "uncosted", "crossSold", "crossSales", "ordersWithoutCustomer");
  kinds.forEach((flag, kind) => {
    for (let cell = 0; cell < cells.orders.length; cell++) {
      const at = (cell * kinds.length + kind) * sums;
      const [rows, amount] = [added[at]!, added[at + 1]!];
      if (rows === 0) continue;
      cells.revenue[cell]! += amount;
      if (flag & 1) {
        cells.orders[cell]! += rows;
        cells.ordered[cell]! += amount;
        cells.orderedSquares[cell]! += added[at + 2]!;
      } else if (flag & 2) cells.emptyOrders[cell]! += rows;
      if (flag & 4) {
        cells.costed[cell]! += rows;
        cells.costedRevenue[cell]! += amount;
        cells.cost[cell]! += added[at + 3]!;
      } else cells.uncosted[cell]! += rows;
      if (flag & 16) {
        cells.crossSold[cell]! += amount;
        cells.crossSales[cell]! += rows;
      }
    }
  });
  addWithoutCustomer(facts, pass, cells.ordersWithoutCustomer);
  const step = facts.step("amount");
  inUnits(cells, step, "revenue", "ordered", "costedRevenue", "crossSold");
  inUnits(cells, step * step, "orderedSquares");
  inUnits(cells, facts.step("cost"), "cost");
  return cells;
}

/** Account 0 stands for none; its rows come first. */
function addWithoutCustomer(facts: Facts, { ranges, column, codes, slots: { of, width } }: Pass, cells: Float64Array): void {
  const end = facts.starts()[1]!;
  const [days, flags] = [facts.column("day"), facts.column("flags")];
  for (let place = 0; place < ranges.length && ranges[place]! < end; place += 2)
    for (let row = ranges[place]!; row < Math.min(end, ranges[place + 1]!); row++) if (flags[row]! & 1) cells[codes[column[row]!]! * width + of[days[row]! + 2]!]!++;
}
