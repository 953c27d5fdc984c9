import { keyOfFilters, passing, type Accounts, type Filter, type Selection } from "./filter";
import { isOfProduct, type Facts, type Path } from "./facts";
import type { Sales } from "./sales";
import type { Segments } from "./segments";
import type { Ranges } from "./stretches";
import type { TableName, Tables } from "./tables";

/** Which rows of which facts count, and by one of their columns in which of how many groups each does. */
export interface Choice extends Path { facts: Facts; ranges: Ranges; count: number }

const mostKept = 24;

/** What a selection lets through, worked out once for all the figures of a view. */
export class Choices {
  readonly dimensions: readonly string[];
  readonly #filtersOf = new WeakMap<Selection, Filter[]>();
  readonly #ranges = new Map<string, Ranges>();

  constructor(private readonly tables: Tables, private readonly sales: Sales, private readonly segments: Segments) {
    this.dimensions = [...segments.dimensions, "customer"];
  }

  of(table: TableName, selection: Selection, by: string | undefined, ignored: readonly string[]): Choice {
    const filters = this.heeded(selection, ignored);
    const facts = table === "sales" ? this.sales.of(filters, by) : this.tables[table];
    const { column, codes } = by === undefined ? facts.whole() : facts.path(by)!;
    return { facts, ranges: this.#passing(`${table}|${isOfProduct(by) ? by : ""}`, facts, filters), column, codes, count: this.count(by) };
  }

  /** The rows of the customers' table that a selection lets through. */
  customers(selection: Selection): Choice {
    return this.of("customers", selection, undefined, []);
  }

  count(by: string | undefined): number {
    return by === undefined ? 1 : by === "customer" ? (this.tables.customers.column("account").at(-1) ?? 0) + 1 : this.segments.count(by);
  }

  heeded(selection: Selection, ignored: readonly string[]): Filter[] {
    return this.filters(selection).filter(filter => !ignored.includes(filter.dimension));
  }

  filters(selection: Selection): Filter[] {
    let filters = this.#filtersOf.get(selection);
    if (!filters) this.#filtersOf.set(selection, filters = this.#made(selection));
    return filters;
  }

  #passing(name: string, facts: Facts, filters: readonly Filter[]): Ranges {
    const key = `${name}|${keyOfFilters(filters)}`;
    let ranges = this.#ranges.get(key);
    if (ranges) return ranges;
    if (this.#ranges.size >= mostKept) this.#ranges.delete(this.#ranges.keys().next().value!);
    this.#ranges.set(key, ranges = passing(facts, filters));
    return ranges;
  }

  #made(selection: Selection): Filter[] {
    const filters: Filter[] = [];
    for (const [dimension, chosen] of Object.entries(selection.segments)) {
      const codes = chosen.map(segment => this.segments.code(dimension, segment)).filter(code => code !== undefined);
      if (codes.length === 0) continue;
      const passes = new Uint8Array(this.segments.count(dimension));
      for (const code of codes) passes[code] = 1;
      filters.push({ dimension, passes, key: codes.sort((a, b) => a - b).join() });
    }
    if (selection.accounts) filters.push({ dimension: "customer", passes: selection.accounts, key: keyOf(selection.accounts) });
    return filters;
  }
}

const keys = new WeakMap<Accounts, string>();
let searches = 0;

function keyOf(accounts: Accounts): string {
  if (!keys.has(accounts)) keys.set(accounts, `search ${++searches}`);
  return keys.get(accounts)!;
}
