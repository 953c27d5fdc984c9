import type { Columns, Numbers } from "./columns";
import { Facts, isOfProduct, type Keys } from "./facts";
import { keyOfFilters, type Filter } from "./filter";
import { isSeveral, Split } from "./split";

// A sale of several products lies in the page as one row, and each of its products' parts apart. Where products or families are chosen or compared,
// such a sale is one row for each group, with the parts that pass: it counts once however many of them do.

const mostKept = 6;

export class Sales {
  readonly whole: Facts;
  readonly #split = new Map<string, Facts>();

  constructor(private readonly columns: Columns, private readonly parts: Columns, private readonly keys: Keys) {
    this.whole = new Facts(parts.rows === 0 ? columns : withCrossed(columns, parts), keys);
  }

  /** The sales with what filters of products let through, ready to be grouped by a dimension. */
  of(filters: readonly Filter[], by: string | undefined): Facts {
    const chosen = filters.filter(({ dimension }) => isOfProduct(dimension));
    if (this.parts.rows === 0 || (chosen.length === 0 && !isOfProduct(by))) return this.whole;
    const key = `${isOfProduct(by) ? by : ""}|${keyOfFilters(chosen)}`;
    let facts = this.#split.get(key);
    if (facts) return facts;
    if (this.#split.size >= mostKept) this.#split.delete(this.#split.keys().next().value!);
    this.#split.set(key, facts = new Facts(new Split(this.columns, this.parts, this.#passes(chosen), isOfProduct(by) ? this.#codes(by!) : undefined).columns(), this.keys));
    return facts;
  }

  /** The products of the sale in a row of the whole. */
  products(row: number): number[] {
    const [flags, firsts, codes] = [this.columns.of["flags"]!, this.parts.of["flags"]!, this.parts.of["product"]!];
    if (!(flags[row]! & isSeveral)) return [this.columns.of["product"]![row]!];
    let before = 0;
    for (let sale = 0; sale <= row; sale++) if (flags[sale]! & isSeveral) before++;
    let part = -1;
    while (before > 0) if (firsts[++part]! & 1) before--;
    const products = [codes[part]!];
    while (++part < this.parts.rows && !(firsts[part]! & 1)) products.push(codes[part]!);
    return products;
  }

  #passes(filters: readonly Filter[]): Uint8Array {
    const passes = new Uint8Array(this.keys.products.rows).fill(1);
    for (const filter of filters) this.#codes(filter.dimension).forEach((code, product) => passes[product]! &= filter.passes[code]!);
    return passes;
  }

  #codes(dimension: string): Numbers {
    return this.keys.products.of[dimension]!;
  }
}

/** Of each sale of several products, what of it is of families that are new to its customer. */
function withCrossed(sales: Columns, parts: Columns): Columns {
  const [flags, [amounts, news]] = [sales.of["flags"]!, ["amount", "flags"].map(name => parts.of[name]!) as [Numbers, Numbers]];
  const crossed = new Float64Array(sales.rows);
  const scale = parts.steps["amount"]! / sales.steps["amount"]!;
  for (let [row, part] = [0, 0]; row < sales.rows; row++) {
    if (!(flags[row]! & isSeveral)) continue;
    do if (news[part]! & 2) crossed[row]! += amounts[part]! * scale;
    while (++part < parts.rows && !(news[part]! & 1));
  }
  return { ...sales, of: { ...sales.of, crossed } };
}
