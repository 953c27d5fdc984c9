import type { Fact } from "../facts";
import type { Kpi, Period } from "../pageData";
import { acquisitionCells, activityCells, customerCells, leadCells, opportunityCells, saleCells, satisfactionCells, type Cells, type Pass } from "./cells";
import { unpackNames, unpackTable, type EngineData, type EngineNames } from "./columns";
import { historyOf, type History } from "./history";
import { activeCustomers, renewalCells, spellCells, spellSeries, type Choice } from "./customers";
import { Days, Slots, type Span } from "./days";
import { Facts, Segments, type Keys } from "./dimensions";
import { Mask, type Filter, type Selection } from "./filter";
import { meanInterval, ratio, sixDecimals, wilson } from "./intervals";
import { measures, type CellName, type Measure, type Sums } from "./measures";
import { medianMeasures } from "./medianMeasures";
import { gather, medianOf, waitingMedian } from "./medians";
import { gini, rank, topFifth, type Ranking } from "./pareto";
import { spendCells } from "./spend";

type TableName = "sales" | "opportunities" | "leads" | "acquisition" | "spend" | "activities" | "spells" | "customers" | "satisfaction";

/** The facts that the cells of each name are made of. */
const tablesOf: Record<CellName, TableName[]> = {
  sales: ["sales"], active: ["sales"], opportunities: ["opportunities"], acquisition: ["acquisition", "leads"], activities: ["activities"],
  satisfaction: ["satisfaction"], customers: ["customers"], spells: ["spells"], renewals: ["customers"],
};

const slotted: Partial<Record<CellName, [TableName, (facts: Facts, pass: Pass) => Cells]>> = {
  sales: ["sales", saleCells], opportunities: ["opportunities", opportunityCells], activities: ["activities", activityCells],
  satisfaction: ["satisfaction", satisfactionCells], customers: ["customers", customerCells],
};

const rankings: Record<string, "revenue" | "margin" | "profit"> = {
  pareto_top20_share: "revenue", pareto_top20_share_margin: "margin", pareto_top20_share_profit: "profit", gini_revenue: "revenue", gini_margin: "margin", gini_profit: "profit",
};

const known = { revenue: 0, margin: 2048, profit: 4096 };

const mostKept = 64;
const mostCuts = 8;

/** Recomputes every KPI of marts.kpis from the facts themselves, for any selection, as the warehouse computes them. */
export class Engine {
  readonly days: Days;
  readonly segments: Segments;
  readonly #facts: Record<TableName, Facts>;
  readonly #masks = new Map<TableName, Mask>();
  readonly #zeros = new Map<TableName, Int32Array>();
  readonly #kept = new Map<string, Cells>();
  readonly #amounts = new Map<string, Float64Array>();
  readonly #dimensions: string[];
  readonly #kinds: Map<string, Kpi>;
  #slots: Slots;
  /** Days that are no first of a month, at which slots were cut; a year before is asked for next. */
  readonly #cuts = new Set<number>();

  private constructor(data: EngineData, readonly names: EngineNames, tables: Record<string, Facts>, kpis: readonly Kpi[]) {
    this.days = new Days(data.days);
    this.segments = new Segments(names);
    this.#facts = tables as Record<TableName, Facts>;
    this.#dimensions = [...this.segments.dimensions, "customer"];
    this.#kinds = new Map(kpis.map(kpi => [kpi.name, kpi]));
    this.#slots = this.#slotsCutAt([]);
  }

  static async open(data: EngineData, kpis: readonly Kpi[]): Promise<Engine> {
    const names = unpackNames(data.names);
    const unpacked = await Promise.all(Object.entries(data.tables).map(async ([name, table]) => [name, await unpackTable(table)] as const));
    const columns = Object.fromEntries(unpacked);
    const keys = { accounts: columns["accounts"]!, owners: columns["owners"]!, products: columns["products"]! } satisfies Keys;
    const facts = Object.fromEntries(unpacked.map(([name, table]) => [name, new Facts(table, keys)]));
    return new Engine(data, await names, facts, kpis);
  }

  /** Whether the KPI is recomputed here; the others keep the warehouse's figure for the whole base. */
  has(kpi: string): boolean {
    return kpi in measures || kpi in medianMeasures || kpi in rankings;
  }

  /** The dimensions of a selection that the KPI's facts do not know: a customer is not lost under one product. */
  ignores(kpi: string, selection: Selection): string[] {
    return this.#filters(selection).map(filter => filter.dimension).filter(dimension => !this.knows(kpi, dimension));
  }

  knows(kpi: string, dimension: string): boolean {
    return this.#tables(kpi).every(table => this.#facts[table].codes(dimension) !== undefined);
  }

  /** The KPI's figure under a selection, or with a dimension one for each of its segments, whatever is chosen among them. */
  measure(kpi: string, selection: Selection, { by, period = selection.period }: { by?: string; period?: Period } = {}): Fact[] {
    if (!this.has(kpi) || (by !== undefined && !this.knows(kpi, by))) return [];
    if (kpi in rankings) return this.#ranked(kpi, selection, by);
    if (kpi in medianMeasures) return this.#medians(kpi, selection, period, by);
    const measure = measures[kpi]!;
    const made = measure.periods === "whole" ? this.days.periods("all")[0]! : period;
    if ((measure.periods === "bounded" && made.kind === "all") || (measure.periods === "ttm" && made.kind !== "ttm")) return [];
    const sums = this.#sums(measure.cells, selection, this.days.span(made), by, this.#ignored(kpi, by));
    return this.#named(by, sums).flatMap(([segment, group]) => this.#factOf(kpi, measure, group, segment, made));
  }

  /** The figure of the whole selection over time, for each period of a kind. */
  series(kpi: string, selection: Selection, kind: "year" | "quarter" | "month"): Fact[] {
    if (!this.has(kpi) || kpi in rankings || measures[kpi]?.periods === "whole" || measures[kpi]?.periods === "ttm") return [];
    const periods = this.days.periods(kind);
    if (measures[kpi]?.cells.join() === "spells") return this.#spellSeries(kpi, selection, periods);
    return periods.flatMap(period => this.measure(kpi, selection, { period }));
  }

  /** The customers behind a figure: each one's own part of it. */
  rows(kpi: string, selection: Selection): { account: number; name: string; fact: Fact }[] {
    const names = this.#customerNames();
    return this.measure(kpi, selection, { by: "customer" }).flatMap(fact => {
      const account = Number(fact.segment);
      const name = names.get(account);
      return name === undefined ? [] : [{ account, name, fact: { ...fact, segment: name } }];
    });
  }

  /** The customers of a selection by what they bought in it, the greatest revenue first. */
  customers(selection: Selection): Ranking & { names: ReadonlyMap<number, string>; of(account: number): { orders: number; margin: number | null } } {
    const { cells, count } = this.#byCustomer(selection);
    const amounts = new Float64Array(count).fill(NaN);
    const step = this.#facts.sales.step("amount");
    for (const account of this.#customerNames().keys()) if (cells["orders"]![account]! > 0) amounts[account] = cells["revenue"]![account]! / step;
    const ranking = rank(amounts, step);
    return {
      ...ranking, names: this.#customerNames(),
      of: account => ({ orders: cells["orders"]![account]!, margin: cells["costed"]![account]! > 0 ? (cells["costedRevenue"]![account]! - cells["cost"]![account]!) / 10_000 : null }),
    };
  }

  /** How many customers a selection lets through, out of all of them. */
  counted(selection: Selection): { customers: number; of: number } {
    const facts = this.#facts.customers;
    const { bits, heed } = this.#choice("customers", selection, undefined, this.#dimensions.filter(dimension => !facts.codes(dimension)));
    let customers = 0;
    for (let row = 0; row < facts.rows; row++) if ((bits[row]! & heed) === 0) customers++;
    return { customers, of: facts.rows };
  }

  /** The accounts of the customers that a selection lets through. */
  accounts(selection: Selection): Set<number> {
    const facts = this.#facts.customers;
    const { bits, heed } = this.#choice("customers", selection, undefined, this.#dimensions.filter(dimension => !facts.codes(dimension)));
    const account = facts.column("account");
    const found = new Set<number>();
    for (let row = 0; row < facts.rows; row++) if ((bits[row]! & heed) === 0) found.add(account[row]!);
    return found;
  }

  /** The accounts whose customer's name holds a text, accents and case aside. */
  search(text: string): Set<number> {
    const wanted = fold(text);
    return new Set(this.#foldedNames().filter(([, name]) => name.includes(wanted)).map(([account]) => account));
  }

  /** All that the facts hold of one customer; undefined for a number that is no customer's. */
  history(account: number): History | undefined {
    const name = this.#customerNames().get(account);
    if (name === undefined) return undefined;
    const { customers, sales, opportunities, activities, satisfaction } = this.#facts;
    const segments = this.segments.dimensions.flatMap(dimension => {
      const code = customers.codes(dimension)?.[customers.column("account").indexOf(account)] ?? 0;
      return code > 0 ? [[dimension, this.segments.of(dimension)[code]!] as const] : [];
    });
    return { name, segments, ...historyOf(account, { customers, sales, opportunities, activities, satisfaction }, this.days, code => this.segments.of("product")[code]) };
  }

  /** Works out in idle moments what a first click would wait for: each dimension's codes, the masks, the names to search in. */
  warm(): void {
    const tasks = [
      ...(Object.keys(this.#facts) as TableName[]).flatMap(table => [() => void this.#maskOf(table), ...this.#dimensions.map(dimension => () => void this.#facts[table].codes(dimension))]),
      () => void this.#foldedNames(),
      ...Object.keys(medianMeasures).map(kpi => () => void this.#amountsOf(kpi)),
    ];
    const next = (deadline: IdleDeadline): void => {
      do tasks.shift()?.(); while (tasks.length > 0 && deadline.timeRemaining() > 5);
      if (tasks.length > 0) requestIdleCallback(next);
    };
    requestIdleCallback(next);
  }

  #folded: [number, string][] | undefined;

  #foldedNames(): [number, string][] {
    return this.#folded ??= [...this.#customerNames()].map(([account, name]) => [account, fold(name)]);
  }

  #names: Map<number, string> | undefined;

  #customerNames(): Map<number, string> {
    const accounts = this.#facts.customers.column("account");
    return this.#names ??= new Map(this.names.customers.map((name, place) => [accounts[place]!, name]));
  }

  #tables(kpi: string): TableName[] {
    if (kpi in medianMeasures) return [medianMeasures[kpi]!.table];
    if (kpi in rankings) return ["customers"];
    return [...new Set(measures[kpi]?.cells.flatMap(cell => tablesOf[cell]))];
  }

  #ignored(kpi: string, by: string | undefined): string[] {
    return this.#dimensions.filter(dimension => dimension === by || !this.knows(kpi, dimension));
  }

  /** A search lets thousands of accounts through: its filter is made once for all the figures of a view. */
  readonly #filtersOf = new WeakMap<Selection, Filter[]>();

  #filters(selection: Selection): Filter[] {
    let filters = this.#filtersOf.get(selection);
    if (!filters) this.#filtersOf.set(selection, filters = this.#madeFilters(selection));
    return filters;
  }

  #madeFilters(selection: Selection): Filter[] {
    const filters: Filter[] = [];
    for (const [dimension, chosen] of Object.entries(selection.segments)) {
      const codes = chosen.map(segment => this.segments.code(dimension, segment)).filter(code => code !== undefined);
      if (codes.length === 0) continue;
      const passes = new Uint8Array(this.segments.count(dimension));
      for (const code of codes) passes[code] = 1;
      filters.push({ dimension, passes, key: codes.sort((a, b) => a - b).join() });
    }
    if (selection.accounts) {
      const passes = new Uint8Array(this.#count("customer"));
      for (const account of selection.accounts) passes[account] = 1;
      filters.push({ dimension: "customer", passes, key: keyOf(selection.accounts) });
    }
    return filters;
  }

  #count(by: string | undefined): number {
    return by === undefined ? 1 : by === "customer" ? this.#facts.customers.column("account").at(-1)! + 1 : this.segments.count(by);
  }

  #choice(table: TableName, selection: Selection, by: string | undefined, ignored: readonly string[]): Choice {
    const facts = this.#facts[table];
    const mask = this.#maskOf(table);
    mask.apply(this.#filters(selection));
    return { bits: mask.bits, heed: mask.heeding(ignored), groups: by === undefined ? this.#zero(table) : facts.codes(by)!, count: this.#count(by) };
  }

  #maskOf(table: TableName): Mask {
    let mask = this.#masks.get(table);
    if (!mask) this.#masks.set(table, mask = new Mask(this.#facts[table], this.#dimensions));
    return mask;
  }

  #zero(table: TableName): Int32Array {
    let zeros = this.#zeros.get(table);
    if (!zeros) this.#zeros.set(table, zeros = new Int32Array(this.#facts[table].rows));
    return zeros;
  }

  #slotsCutAt(edges: number[]): Slots {
    const months = this.days.periods("month").map(period => this.days.number(period.start!));
    const starts = [...new Set([...months, this.days.ttmStart, ...edges])].filter(day => day >= 0 && day <= this.days.asOf).sort((a, b) => a - b);
    return new Slots(starts, this.days.asOf);
  }

  /** Slots that the span is made of: the usual ones, or for days that the reader chose, those cut at its ends. */
  #slotsFor(span: Span): Slots {
    const fits = (day: number) => day <= 0 || day > this.days.asOf || day === this.days.ttmStart || this.days.day(day).endsWith("-01");
    const edges = [span.from, span.to].filter(day => !fits(day));
    if (edges.some(day => !this.#cuts.has(day))) {
      if (this.#cuts.size > mostCuts) this.#cuts.clear();
      for (const day of edges) for (const cut of [day, this.days.monthsAway(day, -12)]) this.#cuts.add(cut);
      this.#slots = this.#slotsCutAt([...this.#cuts]);
      this.#kept.clear();
    }
    return this.#slots;
  }

  #cells(name: CellName, selection: Selection, by: string | undefined, ignored: readonly string[], slots: Slots): Cells {
    const heeded = this.#filters(selection).filter(filter => !ignored.includes(filter.dimension)).map(filter => `${filter.dimension}=${filter.key}`);
    const key = [name, by, slots.width, ignored, heeded].join("|");
    let cells = by === "customer" ? undefined : this.#kept.get(key);
    if (cells) return cells;
    if (this.#kept.size >= mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    const pass = (table: TableName): Pass => ({ ...this.#choice(table, selection, by, ignored), slots });
    if (name === "acquisition") {
      const leads = this.#facts.leads;
      const filters = this.#filters(selection).filter(filter => !ignored.includes(filter.dimension));
      cells = { ...acquisitionCells(this.#facts.acquisition, pass("acquisition")), ...leadCells(leads, pass("leads")), ...spendCells(this.#facts.spend, leads, pass("leads"), by, filters) };
    } else {
      const [table, make] = slotted[name]!;
      cells = make(this.#facts[table], pass(table));
    }
    if (by !== "customer") this.#kept.set(key, cells);
    return cells;
  }

  /** The sums of each group in one span, by name. */
  #sums(names: readonly CellName[], selection: Selection, span: Span, by: string | undefined, ignored: readonly string[]): Record<string, Float64Array> {
    const count = this.#count(by);
    const sums: Record<string, Float64Array> = {};
    for (const name of names) {
      if (name === "active") sums["active"] = activeCustomers(this.#facts.sales, this.#choice("sales", selection, by, ignored), span);
      else if (name === "spells") Object.assign(sums, spellCells(this.#facts.spells, this.#choice("spells", selection, by, ignored), span, this.days.asOf));
      else if (name === "renewals") Object.assign(sums, renewalCells(this.#facts.sales, this.#facts.customers, this.#choice("customers", selection, by, ignored), span, this.days) ?? {});
      else {
        const slots = by === "customer" ? new Slots([Math.max(span.from, 0), ...(span.to <= this.days.asOf ? [span.to] : [])], this.days.asOf) : this.#slotsFor(span);
        const within = slots.within(span);
        for (const [sum, cells] of Object.entries(this.#cells(name, selection, by, ignored, slots))) sums[sum] = added(cells, count, slots.width, within);
      }
    }
    return sums;
  }

  #named(by: string | undefined, sums: Record<string, Float64Array>): [string, Sums][] {
    const lists = Object.entries(sums);
    if (lists.length === 0) return [];
    const names = by === undefined ? ["all"] : by === "customer" ? undefined : this.segments.of(by);
    const named: [string, Sums][] = [];
    for (let group = 0; group < this.#count(by); group++) {
      if (by !== undefined && lists.every(([, list]) => list[group] === 0)) continue;
      named.push([names?.[group] ?? String(group), Object.fromEntries(lists.map(([name, list]) => [name, list[group]!]))]);
    }
    return named;
  }

  #factOf(kpi: string, measure: Measure, sums: Sums, segment: string, period: Period): Fact[] {
    const { kind, missing } = this.#kinds.get(kpi) ?? { kind: "sum", missing: [] };
    const numerator = sixDecimalsOf(measure.numerator(sums));
    const denominator = measure.denominator?.(sums) ?? null;
    const n = measure.n(sums);
    const value = measure.value ? sixDecimalsOf(measure.value(sums)) : measure.denominator && !["sum", "count"].includes(kind) ? (numerator === null ? null : ratio(numerator, denominator)) : numerator;
    const interval = kind === "rate" && numerator !== null && denominator !== null ? wilson(numerator, denominator)
      : kind === "mean" && numerator !== null ? meanInterval(n, numerator, measure.squares!(sums)) : measure.interval?.(sums) ?? null;
    const absent = missing.length > 0;
    return [{ segment, period, numerator, denominator, value: absent ? null : value, n, excluded: measure.excluded?.(sums) ?? 0, low: absent ? null : interval?.[0] ?? null, high: absent ? null : interval?.[1] ?? null }];
  }

  #spellSeries(kpi: string, selection: Selection, periods: Period[]): Fact[] {
    const choice = this.#choice("spells", selection, undefined, this.#ignored(kpi, undefined));
    const cells = spellSeries(this.#facts.spells, choice, periods.map(period => this.days.span(period)), this.days.asOf);
    return periods.flatMap((period, place) => {
      const sums = { atStart: cells.atStart[place]!, lost: cells.lost[place]!, undecided: cells.undecided[place]! };
      return this.#factOf(kpi, measures[kpi]!, sums, "all", period);
    });
  }

  #medians(kpi: string, selection: Selection, period: Period, by: string | undefined): Fact[] {
    const { table, day, waiting } = medianMeasures[kpi]!;
    const facts = this.#facts[table];
    const amounts = this.#amountsOf(kpi);
    const groups = gather(this.#choice(table, selection, by, this.#ignored(kpi, by)), this.days.span(period), facts.column(day), amounts);
    const names = by === undefined ? ["all"] : by === "customer" ? undefined : this.segments.of(by);
    return groups.flatMap((amounts, group) => {
      if (amounts.length === 0) return [];
      const median = waiting ? { ...waitingMedian(amounts), low: null, high: null } : medianOf(amounts)!;
      return [{ segment: names?.[group] ?? String(group), period, numerator: null, denominator: null, excluded: 0, ...median }];
    });
  }

  #amountsOf(kpi: string): Float64Array {
    const { table, x } = medianMeasures[kpi]!;
    let amounts = this.#amounts.get(kpi);
    if (!amounts) this.#amounts.set(kpi, amounts = eachRow(this.#facts[table].rows, x(this.#facts[table], this.days.asOf)));
    return amounts;
  }

  #ranked(kpi: string, selection: Selection, by: string | undefined): Fact[] {
    if (by !== undefined) return [];
    const facts = this.#facts.customers;
    const { bits, heed } = this.#choice("customers", selection, undefined, this.#ignored(kpi, undefined));
    const column = rankings[kpi]!;
    const [accounts, amounts, flags] = [facts.column("account"), facts.column(column), facts.column("flags")];
    const ranked = new Float64Array(this.#count("customer")).fill(NaN);
    for (let row = 0; row < facts.rows; row++)
      if ((bits[row]! & heed) === 0 && (flags[row]! & known[column]) === known[column]) ranked[accounts[row]!] = amounts[row]!;
    const ranking = rank(ranked, facts.step(column));
    const period = this.days.periods("all")[0]!;
    const excluded = kpi === "pareto_top20_share" ? 0 : ranking.accounts.length - ranking.earning;
    const fact = { segment: "all", period, n: ranking.earning, excluded, low: null, high: null };
    if (kpi.startsWith("gini")) return [{ ...fact, numerator: null, denominator: null, value: sixDecimalsOf(gini(ranking)) }];
    const [numerator, denominator] = [topFifth(ranking) / 10_000, ranking.total / 10_000];
    return [{ ...fact, numerator, denominator, value: ratio(numerator, denominator) }];
  }

  #byCustomer(selection: Selection): { cells: Record<string, Float64Array>; count: number } {
    const known = this.#dimensions.filter(dimension => !this.#facts.sales.codes(dimension));
    return { cells: this.#sums(["sales"], selection, this.days.span(selection.period), "customer", known), count: this.#count("customer") };
  }
}

function eachRow(rows: number, x: (row: number) => number): Float64Array {
  const amounts = new Float64Array(rows);
  for (let row = 0; row < rows; row++) amounts[row] = x(row);
  return amounts;
}

function added(cells: Float64Array, count: number, width: number, slots: readonly number[]): Float64Array {
  const sums = new Float64Array(count);
  for (let group = 0; group < count; group++) for (const slot of slots) sums[group]! += cells[group * width + slot]!;
  return sums;
}

function sixDecimalsOf(x: number | null): number | null {
  return x === null ? null : sixDecimals(x);
}

const keys = new WeakMap<object, string>();
let sets = 0;

function keyOf(set: object): string {
  if (!keys.has(set)) keys.set(set, `set ${++sets}`);
  return keys.get(set)!;
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
