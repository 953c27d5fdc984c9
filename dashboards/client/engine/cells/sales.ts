import type { Numbers } from "../columns";
import { firstFrom, type Facts, type Path } from "../facts";
import { byStretch } from "../stretches";
import { cellOf, cellsOf, inUnits, type CellOf, type Cells, type Pass } from "./pass";

const mostFlags = 64;

/** Of each cell and kind: rows, amount, square of the amount, cost, square of the cost, amount times cost. */
const sums = 6;

/** There are few kinds of rows by their flags, so a row is added up without a question. */
export function saleCells(facts: Facts, pass: Pass): Cells {
  const { kinds, placeOf } = kindsOf(facts);
  const { ranges, column, codes, count, slots: { of, width } } = pass;
  const stride = width * kinds.length * sums;
  const places = new Int32Array(of.length);
  for (let day = 0; day < of.length; day++) places[day] = of[day]! * kinds.length * sums;
  const added = new Float64Array(count * stride);
  const [days, amounts, costs, flags] = ["day", "amount", "cost", "flags"].map(name => facts.column(name)) as [Numbers, Numbers, Numbers, Numbers];
  byStretch(ranges, count > 1 ? addGroups : addAll, { days, amounts, costs, flags, column, codes, places, placeOf, stride, added });
  return named(facts, pass, kinds, added);
}

interface Adding extends Path, Record<"days" | "amounts" | "costs" | "flags", Numbers> { places: Int32Array; placeOf: Int32Array; stride: number; added: Float64Array }

function addGroups({ days, amounts, costs, flags, column, codes, places, placeOf, stride, added }: Adding, row: number, end: number): void {
  for (; row < end; row++) {
    const at = codes[column[row]!]! * stride + places[days[row]! + 2]! + placeOf[flags[row]!]!;
    const [amount, cost] = [amounts[row]!, costs[row]!];
    added[at]!++;
    added[at + 1]! += amount;
    added[at + 2]! += amount * amount;
    added[at + 3]! += cost;
    added[at + 4]! += cost * cost;
    added[at + 5]! += amount * cost;
  }
}

/** The same where all is one group. */
function addAll({ days, amounts, costs, flags, places, placeOf, added }: Adding, row: number, end: number): void {
  for (; row < end; row++) {
    const at = places[days[row]! + 2]! + placeOf[flags[row]!]!;
    const [amount, cost] = [amounts[row]!, costs[row]!];
    added[at]!++;
    added[at + 1]! += amount;
    added[at + 2]! += amount * amount;
    added[at + 3]! += cost;
    added[at + 4]! += cost * cost;
    added[at + 5]! += amount * cost;
  }
}

interface Kinds { kinds: number[]; placeOf: Int32Array }

const foundKinds = new WeakMap<Facts, Kinds>();

function kindsOf(facts: Facts): Kinds {
  let found = foundKinds.get(facts);
  if (!found) foundKinds.set(facts, found = kindsIn(facts.column("flags")));
  return found;
}

function kindsIn(flags: Numbers): Kinds {
  const kinds: number[] = [];
  const placeOf = new Int32Array(mostFlags).fill(-1);
  for (let row = 0; row < flags.length; row++)
    if (placeOf[flags[row]!] === -1) placeOf[flags[row]!] = sums * (kinds.push(flags[row]!) - 1);
  return { kinds, placeOf };
}

function named(facts: Facts, pass: Pass, kinds: readonly number[], added: Float64Array): Cells {
  const cells = cellsOf(pass, "orders", "emptyOrders", "revenue", "ordered", "orderedSquares",
    "costed", "costedRevenue", "cost", "costedSquares", "costSquares", "amountByCost", "uncosted", "crossSold", "crossSales", "ordersWithoutCustomer");
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
        cells.costedSquares[cell]! += added[at + 2]!;
        cells.costSquares[cell]! += added[at + 4]!;
        cells.amountByCost[cell]! += added[at + 5]!;
      } else cells.uncosted[cell]! += rows;
      if (flag & 16) {
        cells.crossSold[cell]! += amount;
        cells.crossSales[cell]! += rows;
      }
    }
  });
  addWithoutCustomer(facts, pass, cells.ordersWithoutCustomer);
  takeOldFamilies(facts, pass, cells.crossSold);
  const [step, costStep] = [facts.step("amount"), facts.step("cost")];
  inUnits(cells, step, "revenue", "ordered", "costedRevenue", "crossSold");
  inUnits(cells, step * step, "orderedSquares", "costedSquares");
  inUnits(cells, costStep, "cost");
  inUnits(cells, costStep * costStep, "costSquares");
  inUnits(cells, step * costStep, "amountByCost");
  return cells;
}

/** Of a sale of several products only what is of new families is cross-sold. */
function takeOldFamilies(facts: Facts, pass: Pass, crossSold: Float64Array): void {
  const crossed = facts.columns.of["crossed"];
  if (crossed) byStretch(pass.ranges, takeOld, { ...cellOf(pass), days: facts.column("day"), flags: facts.column("flags"), amounts: facts.column("amount"), crossed, crossSold });
}

function takeOld({ column, codes, of, width, days, flags, amounts, crossed, crossSold }: CellOf & Record<"days" | "flags" | "amounts" | "crossed", Numbers> & { crossSold: Float64Array }, row: number, end: number): void {
  for (; row < end; row++) if ((flags[row]! & 48) === 48) crossSold[codes[column[row]!]! * width + of[days[row]! + 2]!]! += crossed[row]! - amounts[row]!;
}

/** Account 0 stands for none; its rows come first. */
function addWithoutCustomer(facts: Facts, { ranges, column, codes, slots: { of, width } }: Pass, cells: Float64Array): void {
  const end = firstFrom(facts.column("account"), 1);
  const [days, flags] = [facts.column("day"), facts.column("flags")];
  for (let place = 0; place < ranges.length && ranges[place]! < end; place += 2)
    for (let row = ranges[place]!; row < Math.min(end, ranges[place + 1]!); row++) if (flags[row]! & 1) cells[codes[column[row]!]! * width + of[days[row]! + 2]!]!++;
}
