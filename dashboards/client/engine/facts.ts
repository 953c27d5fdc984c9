import type { Columns, Numbers } from "./columns";

/** Under which segment of a dimension each row counts: by a column of the table, and by that column's codes the segment's code. */
export interface Path { column: Numbers; codes: Numbers }

/** What accounts, owners and products are, by code, and how many channels and kinds of orders there are. */
export interface Keys { accounts: Columns; owners: Columns; products: Columns; channels: number; kinds: number }

const ofOwner = new Set<string | undefined>(["owner", "manager", "team"]);
const ofProduct = new Set<string | undefined>(["product", "family"]);

export function isOfProduct(dimension: string | undefined): boolean {
  return ofProduct.has(dimension);
}

export function isOfOwner(dimension: string | undefined): boolean {
  return ofOwner.has(dimension);
}

/** The facts of one table; its rows lie account by account. */
export class Facts {
  readonly rows: number;
  readonly #paths = new Map<string, Path | undefined>();
  #starts: Int32Array | undefined;

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

  /** Undefined where these facts do not know the dimension at all (a spell has no product). */
  path(dimension: string): Path | undefined {
    if (!this.#paths.has(dimension)) this.#paths.set(dimension, this.#find(dimension));
    return this.#paths.get(dimension);
  }

  /** Every row in the one group 0. */
  whole(): Path {
    return { column: this.column("account"), codes: zeros(this.keys.accounts.rows) };
  }

  /** Of each account its first row; one more for the end of the last. */
  starts(): Int32Array {
    return this.#starts ??= startsOf(this.column("account"), this.keys.accounts.rows);
  }

  #find(dimension: string): Path | undefined {
    const { account, owner, product, channel, kind } = this.columns.of;
    const { accounts, owners, products } = this.keys;
    if (dimension === "order_kind") return kind && { column: kind, codes: identity(this.keys.kinds) };
    if (isOfProduct(dimension)) return product && { column: product, codes: codesOf(products, dimension) };
    if (!account) return undefined;
    if (dimension === "customer") return { column: account, codes: identity(accounts.rows) };
    if (dimension === "channel" && channel) return { column: channel, codes: identity(this.keys.channels) };
    if (!isOfOwner(dimension)) return { column: account, codes: codesOf(accounts, dimension) };
    if (owner) return { column: owner, codes: codesOf(owners, dimension) };
    return { column: account, codes: throughOwner(accounts, owners, dimension) };
  }
}

/** The first row of an account, or of one after it, in accounts that ascend. */
export function firstFrom(accounts: Numbers, account: number): number {
  let [low, high] = [0, accounts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (accounts[middle]! < account) low = middle + 1;
    else high = middle;
  }
  return low;
}

function codesOf(keys: Columns, dimension: string): Numbers {
  return keys.of[dimension]!;
}

const ownersOf = new Map<string, Numbers>();

/** The same for every table, that what is left out of it is found once. */
function throughOwner(accounts: Columns, owners: Columns, dimension: string): Numbers {
  let codes = ownersOf.get(dimension);
  if (!codes) ownersOf.set(dimension, codes = translated(accounts.of["owner"]!, owners.of[dimension]!));
  return codes;
}

function translated(column: Numbers, codes: Numbers): Numbers {
  const made = new (codes.constructor as new (size: number) => Numbers)(column.length);
  for (let row = 0; row < column.length; row++) made[row] = codes[column[row]!]!;
  return made;
}

const identities = new Map<number, Uint8Array | Int32Array>();
const allZeros = new Map<number, Uint8Array>();

function identity(size: number): Uint8Array | Int32Array {
  let codes = identities.get(size);
  if (!codes) {
    identities.set(size, codes = size > 256 ? new Int32Array(size) : new Uint8Array(size));
    for (let code = 0; code < size; code++) codes[code] = code;
  }
  return codes;
}

function zeros(size: number): Uint8Array {
  let codes = allZeros.get(size);
  if (!codes) allZeros.set(size, codes = new Uint8Array(size));
  return codes;
}

function startsOf(accounts: Numbers, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  let row = 0;
  for (let account = 0; account <= count; account++) {
    while (row < accounts.length && accounts[row]! < account) row++;
    starts[account] = row;
  }
  return starts;
}
