import type { Columns, EngineNames, Numbers } from "./columns";

export const unknown = "(unknown)";

const ofOwner = new Set(["owner", "manager", "team"]);
const ofProduct = new Set(["product", "family"]);

/** The facts of one table, and under which segment of each dimension every row counts. */
export class Facts {
  readonly rows: number;
  readonly #codes = new Map<string, Numbers | undefined>();

  constructor(readonly columns: Columns, private readonly keys: Keys) {
    this.rows = columns.rows;
  }

  column(name: string): Numbers {
    return this.columns.of[name]!;
  }

  /** Ten thousandths of one step of an amount column. */
  step(name: string): number {
    return this.columns.steps[name]!;
  }

  /** The segment of each row by its code; undefined where these facts do not know the dimension at all (a spell has no product). */
  codes(dimension: string): Numbers | undefined {
    if (!this.#codes.has(dimension)) this.#codes.set(dimension, this.#find(dimension));
    return this.#codes.get(dimension);
  }

  #find(dimension: string): Numbers | undefined {
    const { of } = this.columns;
    if (dimension === "customer") return of["account"];
    if (dimension === "order_kind") return of["kind"];
    if (ofProduct.has(dimension)) return of["product"] && through(of["product"], this.keys.products.of[dimension]!);
    if (!of["account"]) return undefined;
    if (dimension === "channel") return of["channel"] ?? through(of["account"], this.keys.accounts.of["channel"]!);
    if (!ofOwner.has(dimension)) return through(of["account"], this.keys.accounts.of[dimension]!);
    return through(of["owner"] ?? through(of["account"], this.keys.accounts.of["owner"]!), this.keys.owners.of[dimension]!);
  }
}

/** What accounts, owners and products are, by code. */
export interface Keys { accounts: Columns; owners: Columns; products: Columns }

function through(keys: Numbers, of: Numbers): Int32Array {
  const codes = new Int32Array(keys.length);
  for (let row = 0; row < codes.length; row++) codes[row] = of[keys[row]!]!;
  return codes;
}

/** The names of segments by code; code 0 is what is not known. */
export class Segments {
  readonly #codes = new Map<string, Map<string, number>>();

  constructor(private readonly names: EngineNames) {}

  get dimensions(): string[] {
    return Object.keys(this.names.segments);
  }

  of(dimension: string): string[] {
    return this.#names(dimension).map(name => name ?? unknown);
  }

  count(dimension: string): number {
    return this.#names(dimension).length;
  }

  #names(dimension: string): (string | null)[] {
    return Object.hasOwn(this.names.segments, dimension) ? this.names.segments[dimension]! : [];
  }

  code(dimension: string, segment: string): number | undefined {
    let codes = this.#codes.get(dimension);
    if (!codes) this.#codes.set(dimension, codes = new Map(this.of(dimension).map((name, code) => [name, code])));
    return codes.get(segment);
  }
}
