import { acquisitionCells, activityCells, customerCells, leadCells, opportunityCells, saleCells, satisfactionCells, type Cells, type Pass } from "./cells/index";
import type { Choices } from "./choices";
import { activeCustomers, renewalCells, spellCells, spendingCells } from "./customers";
import { Slots, type Days, type Span } from "./days";
import { isOfOwner, isOfProduct, type Facts } from "./facts";
import { keyOfFilters, type Selection } from "./filter";
import type { CellName } from "./measures";
import { spendCells } from "./spend";
import type { TableName, Tables } from "./tables";

/** What is asked for: of which selection, by which dimension, leaving which dimensions' filters aside. */
export interface Asked { selection: Selection; by: string | undefined; ignored: readonly string[] }

const slotted: Partial<Record<CellName, [TableName, (facts: Facts, pass: Pass) => Cells]>> = {
  sales: ["sales", saleCells], opportunities: ["opportunities", opportunityCells], activities: ["activities", activityCells],
  satisfaction: ["satisfaction", satisfactionCells], customers: ["customers", customerCells],
};

const mostKept = 128;
const mostCuts = 8;

/** The sums that KPIs are made of, by group; what was added up is kept, so that the KPIs of a view add up once. */
export class SumStore {
  readonly #kept = new Map<string, Cells>();
  readonly #grouped = new Map<CellName, { filters: string; slots: Slots; cells: Cells }>();
  readonly #daily: Slots;
  #slots: Slots;
  /** Days that are no first of a month, at which slots were cut; a year before is asked for next. */
  readonly #cuts = new Set<number>();

  constructor(private readonly tables: Tables, private readonly choices: Choices, private readonly days: Days) {
    this.#daily = Slots.daily(days.asOf);
    this.#slots = this.#slotsCutAt([]);
  }

  /** The sums of each group in one span, by name. */
  of(names: readonly CellName[], asked: Asked, span: Span): Record<string, Float64Array> {
    const { sales, spells, customers } = this.tables;
    const choice = (table: TableName) => this.choices.of(table, asked.selection, asked.by, asked.ignored);
    const sums: Record<string, Float64Array> = {};
    for (const name of names) {
      if (name === "active") sums["active"] = this.#once("active", asked, span, () => ({ active: activeCustomers(choice("sales"), span) }))["active"]!;
      else if (name === "spending") Object.assign(sums, this.#isLong(span) || this.#isToldByAccounts(asked) ? this.#once(name, asked, span, () => spendingCells(choice("sales"), span)) : {});
      else if (name === "spells") Object.assign(sums, this.#once(name, asked, span, () => spellCells(spells, choice("spells"), span, this.days.asOf)));
      else if (name === "renewals") Object.assign(sums, this.#once(name, asked, span, () => renewalCells(sales, customers, choice("customers"), span, this.days) ?? {}));
      else Object.assign(sums, this.#added(name, asked, span));
    }
    return sums;
  }

  /** The same for spans that follow one another, all in one group, of what is added up day by day. */
  ofEach(names: readonly CellName[], asked: Omit<Asked, "by">, spans: readonly Span[]): Record<string, number>[] {
    const cells = names.flatMap(name => Object.entries(this.#sliced(name, { ...asked, by: undefined }, this.#daily)));
    const within = spans.map(span => this.#daily.within(span));
    return within.map(slots => Object.fromEntries(cells.map(([name, sums]) => [name, addedOf(sums, 0, slots)])));
  }

  /** Of all time and the last twelve months marts.kpis says how much customers differ, whatever is asked. */
  #isLong({ from, to, undated }: Span): boolean {
    return undated || (from === this.days.ttmStart && to === this.days.asOf + 1);
  }

  /** Whether the accounts themselves tell what is asked: all of a customer's sales pass or none does, and all are in one group. */
  #isToldByAccounts({ selection, by, ignored }: Asked): boolean {
    const { sales } = this.tables;
    return [...this.choices.heeded(selection, ignored).map(filter => filter.dimension), ...(by === undefined ? [] : [by])]
      .every(dimension => !isOfOwner(dimension) && sales.path(dimension)?.column === sales.column("account"));
  }

  #added(name: CellName, asked: Asked, span: Span): Record<string, Float64Array> {
    const grouped = asked.by === undefined && this.#ofGroups(name, asked, span);
    if (grouped) return grouped;
    const slots = this.#slotsFor(asked, span);
    const [within, count] = [slots.within(span), this.choices.count(asked.by)];
    const cells = this.#sliced(name, asked, slots);
    return Object.fromEntries(Object.entries(cells).map(([sum, all]) => [sum, added(all, count, slots.width, within)]));
  }

  /** Where the same rows were added up by group, all of them are the groups' sum: no row needs another look. */
  #ofGroups(name: CellName, asked: Asked, span: Span): Record<string, Float64Array> | undefined {
    const found = this.#grouped.get(name);
    if (!found || found.filters !== this.#filtersOf(asked) || found.slots !== this.#slots || this.#edgesOf(span).some(day => !this.#cuts.has(day))) return undefined;
    const within = found.slots.within(span);
    return Object.fromEntries(Object.entries(found.cells).map(([sum, all]) => {
      let total = 0;
      for (let start = 0; start < all.length; start += found.slots.width) total += addedOf(all, start, within);
      return [sum, Float64Array.of(total)];
    }));
  }

  /** Remembers the last sums by a dimension in which each row has one place. Spend is shared out, not added up. */
  #rememberGroups(name: CellName, asked: Asked, slots: Slots, cells: Cells): Cells {
    const isSplit = isOfProduct(asked.by) && this.tables.sales !== this.choices.of("sales", asked.selection, asked.by, asked.ignored).facts;
    if (asked.by !== undefined && name !== "acquisition" && !isSplit) this.#grouped.set(name, { filters: this.#filtersOf(asked), slots, cells });
    return cells;
  }

  #filtersOf({ selection, ignored }: Pick<Asked, "selection" | "ignored">): string {
    return keyOfFilters(this.choices.heeded(selection, ignored));
  }

  #sliced(name: CellName, asked: Asked, slots: Slots): Cells {
    return asked.by === "customer" ? this.#cells(name, asked, slots) : this.#keep(`${name}|${this.#keyOf(asked)}|${slots.id}`, () => this.#rememberGroups(name, asked, slots, this.#cells(name, asked, slots)));
  }

  #cells(name: CellName, asked: Asked, slots: Slots): Cells {
    const pass = (table: TableName): Pass => ({ ...this.choices.of(table, asked.selection, asked.by, asked.ignored), slots });
    if (name !== "acquisition") {
      const [table, make] = slotted[name]!;
      const chosen = pass(table);
      return make(chosen.facts, chosen);
    }
    const { acquisition, leads, spend } = this.tables;
    const filters = this.choices.heeded(asked.selection, asked.ignored);
    return { ...acquisitionCells(acquisition, pass("acquisition")), ...leadCells(leads, pass("leads")), ...spendCells(spend, leads, pass("leads"), asked.by, filters) };
  }

  #once(name: CellName, asked: Asked, { from, to }: Span, make: () => Cells): Cells {
    return asked.by === "customer" ? make() : this.#keep(`${name}|${this.#keyOf(asked)}|${from}–${to}`, make);
  }

  #keep(key: string, make: () => Cells): Cells {
    const cells = this.#kept.get(key) ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, cells);
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    return cells;
  }

  #keyOf(asked: Asked): string {
    return [asked.by, asked.ignored, this.#filtersOf(asked)].join("|");
  }

  #slotsCutAt(edges: number[]): Slots {
    const months = this.days.periods("month").map(period => this.days.number(period.start!));
    const starts = [...new Set([...months, this.days.ttmStart, ...edges])].filter(day => day >= 0 && day <= this.days.asOf).sort((a, b) => a - b);
    return new Slots(starts, this.days.asOf);
  }

  /** Slots that the span is made of: days where all is one group, that no other period adds up anew; else the usual ones, or for days that the reader chose, those cut at its ends. */
  #slotsFor({ by }: Asked, span: Span): Slots {
    if (by === undefined) return this.#daily;
    if (by === "customer") return new Slots([Math.max(span.from, 0), ...(span.to <= this.days.asOf ? [span.to] : [])], this.days.asOf);
    const edges = this.#edgesOf(span);
    if (edges.some(day => !this.#cuts.has(day))) {
      if (this.#cuts.size > mostCuts) this.#cuts.clear();
      for (const day of edges) for (const cut of [day, this.days.monthsAway(day, -12)]) this.#cuts.add(cut);
      this.#slots = this.#slotsCutAt([...this.#cuts]);
    }
    return this.#slots;
  }

  /** The ends of a span at which the usual slots are not cut. */
  #edgesOf({ from, to }: Span): number[] {
    return [from, to].filter(day => !(day <= 0 || day > this.days.asOf || day === this.days.ttmStart || this.days.day(day).endsWith("-01")));
  }
}

type Within = ReturnType<Slots["within"]>;

function added(cells: Float64Array, count: number, width: number, slots: Within): Float64Array {
  const sums = new Float64Array(count);
  for (let group = 0; group < count; group++) sums[group] = addedOf(cells, group * width, slots);
  return sums;
}

function addedOf(cells: Float64Array, start: number, { first, end, undated }: Within): number {
  let sum = undated ? cells[start + 1]! : 0;
  for (let cell = start + first, last = start + end; cell < last; cell++) sum += cells[cell]!;
  return sum;
}
