import type { Columns, Numbers } from "./columns";

/** The flags of a sale; those of a part are 1, the first of its sale, and 2, of a family that is new to the customer. */
const [isOrder, isEmpty, costs, isNew] = [1, 2, 12, 16];
export const isSeveral = 32;

const kept = ["account", "day", "owner", "channel", "kind"];

/** Sales in which those of several products are there with the parts of the products that pass, one row for each group of products. */
export class Split {
  readonly #from: Int32Array;
  readonly #product: Int32Array;
  readonly #flags: Uint8Array;
  readonly #amount: Float64Array;
  readonly #cost: Float64Array;
  readonly #crossed: Float64Array;
  readonly #steps: { amount: number; cost: number };
  #size = 0;

  constructor(private readonly sales: Columns, private readonly parts: Columns, private readonly passes: Uint8Array, private readonly groups: Numbers | undefined) {
    const most = sales.rows + parts.rows;
    [this.#from, this.#product, this.#flags] = [new Int32Array(most), new Int32Array(most), new Uint8Array(most)];
    [this.#amount, this.#cost, this.#crossed] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
    this.#steps = { amount: commonStep(sales.steps["amount"]!, parts.steps["amount"]!), cost: commonStep(sales.steps["cost"]!, parts.steps["cost"]!) };
  }

  columns(): Columns {
    const flags = this.sales.of["flags"]!;
    let part = 0;
    for (let row = 0; row < this.sales.rows; row++)
      if (flags[row]! & isSeveral) part = this.#addParts(row, part);
      else this.#addWhole(row);
    const made = { product: this.#product, flags: this.#flags, amount: this.#amount, cost: this.#cost, crossed: this.#crossed };
    const columns: Record<string, Numbers> = Object.fromEntries(Object.entries(made).map(([name, values]) => [name, values.subarray(0, this.#size)]));
    for (const name of kept) if (this.sales.of[name]) columns[name] = taken(this.sales.of[name], this.#from, this.#size);
    return { rows: this.#size, of: columns, steps: { ...this.sales.steps, ...this.#steps } };
  }

  #addWhole(row: number): void {
    const { product, flags, amount, cost } = this.sales.of as Record<"product" | "flags" | "amount" | "cost", Numbers>;
    const at = this.#size++;
    this.#from[at] = row;
    this.#product[at] = product[row]!;
    this.#flags[at] = flags[row]!;
    this.#amount[at] = (amount[row]! * this.sales.steps["amount"]!) / this.#steps.amount;
    this.#cost[at] = (cost[row]! * this.sales.steps["cost"]!) / this.#steps.cost;
  }

  /** Gives the first part of the next sale. */
  #addParts(row: number, part: number): number {
    const { product, flags, amount, cost } = this.parts.of as Record<"product" | "flags" | "amount" | "cost", Numbers>;
    const first = this.#size;
    do {
      if (this.passes[product[part]!] !== 1) continue;
      const at = this.#placeOf(product[part]!, first, row);
      const added = (amount[part]! * this.parts.steps["amount"]!) / this.#steps.amount;
      this.#amount[at]! += added;
      this.#cost[at]! += (cost[part]! * this.parts.steps["cost"]!) / this.#steps.cost;
      if (flags[part]! & 2) {
        this.#flags[at]! |= isNew;
        this.#crossed[at]! += added;
      }
    } while (++part < this.parts.rows && !(flags[part]! & 1));
    const known = isSeveral | (this.sales.of["flags"]![row]! & costs);
    for (let at = first; at < this.#size; at++) this.#flags[at]! |= known | (this.#amount[at]! > 0 ? isOrder : this.#amount[at] === 0 ? isEmpty : 0);
    return part;
  }

  /** The row of the product's group in a sale whose first one is given; a new one where there is none. */
  #placeOf(product: number, first: number, row: number): number {
    for (let at = first; at < this.#size; at++) if (!this.groups || this.groups[this.#product[at]!] === this.groups[product]) return at;
    this.#from[this.#size] = row;
    this.#product[this.#size] = product;
    return this.#size++;
  }
}

function taken(values: Numbers, rows: Int32Array, size: number): Numbers {
  const found = new (values.constructor as new (size: number) => Numbers)(size);
  for (let row = 0; row < size; row++) found[row] = values[rows[row]!]!;
  return found;
}

function commonStep(one: number, other: number): number {
  while (other !== 0) [one, other] = [other, one % other];
  return one;
}
