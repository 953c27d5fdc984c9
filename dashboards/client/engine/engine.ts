import type { Fact } from "../facts";
import type { Kpi, Period } from "../pageData";
import { Choices, type Choice } from "./choices";
import { unpackCustomers, unpackNames, unpackTables, type EngineData, type EngineNames, type NamePart } from "./columns";
import { activeSeries, spellSeries } from "./customers";
import { Days } from "./days";
import { Facts, type Keys } from "./facts";
import { figureOf } from "./figure";
import { everything, type Accounts, type Selection } from "./filter";
import { Groups, type Deal, type Lead } from "./groups";
import type { History } from "./history";
import { measures, type Measure, type Sums } from "./measures";
import { medianMeasures } from "./medianMeasures";
import { binned, gather, medians, sizesOf, waitingMedian, type Binned } from "./medians";
import { Packed } from "./packed";
import { People } from "./people";
import { rankedFact, rankings } from "./rankings";
import { Sales } from "./sales";
import { Segments } from "./segments";
import { SumStore } from "./sums";
import { isRecomputed, tablesFor, type TableName, type Tables } from "./tables";

type Figured = "year" | "quarter" | "month";

/** The KPIs that a page shows over time, those that it writes, and those that it compares by a dimension. */
interface Ahead { drawn: readonly string[]; written: readonly string[]; compared: readonly string[]; by: string }

/** One customer in so many is few of them. */
const few = 16;

/** Recomputes every KPI of marts.kpis from the facts themselves, for any selection, as the warehouse computes them. */
export class Engine {
  readonly days: Days;
  readonly segments: Segments;
  readonly groups: Groups;
  readonly #choices: Choices;
  readonly #sums: SumStore;
  readonly #people: People;
  readonly #kinds: Map<string, Kpi>;
  readonly #binned = new WeakMap<Facts, Map<string, Binned>>();
  readonly #leftOut = new WeakMap<Facts, Map<string, Float32Array>>();

  private constructor(data: EngineData, names: EngineNames, customers: readonly NamePart[], private readonly tables: Tables, sales: Sales, kpis: readonly Kpi[]) {
    this.days = new Days(data.days);
    this.segments = new Segments(names);
    this.groups = new Groups(tables, this.segments, this.days);
    this.#choices = new Choices(tables, sales, this.segments);
    this.#sums = new SumStore(tables, this.#choices, this.days);
    this.#people = new People(tables, sales, this.#choices, customers);
    this.#kinds = new Map(kpis.map(kpi => [kpi.name, kpi]));
  }

  /** Reads the facts out of the text that they are packed in. */
  static async open(data: EngineData, text: string, kpis: readonly Kpi[]): Promise<Engine> {
    const packed = new Packed(text);
    const names = await unpackNames(data, packed);
    const { accounts, owners, products, sales: sold, parts, ...others } = await unpackTables(data, packed);
    const keys: Keys = { accounts: accounts!, owners: owners!, products: products!, channels: names.segments["channel"]!.length, kinds: names.segments["order_kind"]!.length };
    const sales = new Sales(sold!, parts!, keys);
    const tables = { sales: sales.whole, ...Object.fromEntries(Object.entries(others).map(([name, table]) => [name, new Facts(table, keys)])) } as Tables;
    return new Engine(data, names, await unpackCustomers(data, packed), tables, sales, kpis);
  }

  has(kpi: string): boolean {
    return isRecomputed(kpi);
  }

  /** The dimensions of a selection that the KPI's facts do not know: a customer is not lost under one product. */
  ignores(kpi: string, selection: Selection): string[] {
    return this.#choices.filters(selection).map(filter => filter.dimension).filter(dimension => !this.knows(kpi, dimension));
  }

  knows(kpi: string, dimension: string): boolean {
    return tablesFor(kpi).every(table => this.tables[table].path(dimension) !== undefined);
  }

  /** The KPI's figure under a selection, or with a dimension one for each of its segments, whatever is chosen among them. */
  measure(kpi: string, selection: Selection, { by, period = selection.period }: { by?: string; period?: Period } = {}): Fact[] {
    if (!this.has(kpi) || (by !== undefined && !this.knows(kpi, by))) return [];
    if (kpi in rankings) return by === undefined ? [rankedFact(kpi, this.tables.customers, this.#choices.of("customers", selection, by, this.#ignored(kpi, by)), this.days.periods("all")[0]!)] : [];
    if (kpi in medianMeasures) return this.#medians(kpi, selection, period, by);
    const measure = measures[kpi]!;
    const made = measure.periods === "whole" ? this.days.periods("all")[0]! : period;
    if ((measure.periods === "bounded" && made.kind === "all") || (measure.periods === "ttm" && made.kind !== "ttm")) return [];
    const sums = this.#sums.of(measure.cells, { selection, by, ignored: this.#ignored(kpi, by) }, this.days.span(made));
    return this.#named(by, sums).map(([segment, group]) => this.#figure(kpi, measure, group, segment, made));
  }

  /** The figure of the whole selection over time, for each period of a kind. */
  series(kpi: string, selection: Selection, kind: Figured): Fact[] {
    const measure = measures[kpi];
    if (!this.has(kpi) || kpi in rankings || measure?.periods === "whole" || measure?.periods === "ttm") return [];
    const periods = this.days.periods(kind);
    if (!measure || measure.cells.includes("renewals") || measure.cells.includes("spending")) return periods.flatMap(period => this.measure(kpi, selection, { period }));
    return this.#seriesOf(kpi, measure, selection, periods);
  }

  /** The customers behind a figure: each one's own part of it. */
  rows(kpi: string, selection: Selection): { account: number; name: string; fact: Fact }[] {
    return this.measure(kpi, selection, { by: "customer" }).flatMap(fact => {
      const account = Number(fact.segment);
      const name = this.#people.names.get(account);
      return name === undefined ? [] : [{ account, name, fact: { ...fact, segment: name } }];
    });
  }

  /** The leads, opportunities and new customers that a count of a selection counts. */
  leads(selection: Selection, period: Period): Lead[] {
    return this.groups.leads(this.#counted("leads", "leads", selection), this.days.span(period));
  }

  opportunitiesCreated(selection: Selection, period: Period): Deal[] {
    return this.groups.created(this.#counted("opportunities_created", "opportunities", selection), this.days.span(period));
  }

  opportunitiesWon(selection: Selection, period: Period): Deal[] {
    return this.groups.won(this.#counted("opportunities_won", "opportunities", selection), this.days.span(period));
  }

  newCustomers(selection: Selection, period: Period): number[] {
    return this.groups.newCustomers(this.#counted("customers_new", "acquisition", selection), this.days.span(period));
  }

  #counted(kpi: string, table: TableName, selection: Selection): Choice {
    return this.#choices.of(table, selection, undefined, this.#ignored(kpi, undefined));
  }

  customers(selection: Selection): ReturnType<People["ranked"]> {
    return this.#people.ranked(selection, this.days);
  }

  counted(selection: Selection): { customers: number; of: number } {
    return this.#people.counted(selection);
  }

  accounts(selection: Selection): Accounts {
    return this.#people.accounts(selection);
  }

  cohort(quarter: Period): Accounts {
    return this.#people.cohort(this.days.span(quarter));
  }

  search(text: string): Accounts {
    return this.#people.names.search(text);
  }

  /** A customer's name; undefined for who is none. */
  nameOf(account: number): string | undefined {
    return this.#people.names.get(account);
  }

  history(account: number): History | undefined {
    return this.#people.history(account, this.segments, this.days);
  }

  /**
   * What a first click would wait for, to be worked out in idle moments: where each account's facts begin, choices like those to come, for which
   * the browser compiles, the segments that are compared, and the names to search in. Choices among few customers come first, that what is cold is short.
   */
  ahead({ drawn, written, compared, by }: Ahead): (() => void)[] {
    const period = this.days.periods("all")[0]!;
    const likely = this.#likely().map(segments => ({ segments, period }));
    const accounts = this.#people.some(few);
    return [
      ...Object.values(this.tables).filter(table => table.columns.of["account"]).map(table => () => void table.starts()),
      ...[...likely.map(like => ({ ...like, accounts })), ...likely].flatMap(like => [
        () => void this.customers(like),
        () => void this.counted(like),
        ...drawn.map(kpi => () => void this.series(kpi, like, "month")),
        ...[...drawn, ...written, ...compared].map(kpi => () => void this.measure(kpi, like)),
        ...compared.map(kpi => () => void this.measure(kpi, like, { by })),
      ]),
      ...compared.map(kpi => () => void this.measure(kpi, everything(period), { by })),
      ...Object.keys(medianMeasures).flatMap(kpi => this.days.periods("all").concat(this.days.periods("ttm")).map(of => () => void this.measure(kpi, everything(of)))),
      ...Array.from({ length: this.#people.names.stretches }, () => () => void this.#people.names.foldOn()),
    ];
  }

  /** One choice among what the accounts tell, and one among what each sale tells; twice, as a browser compiles what comes again. */
  #likely(): Selection["segments"][] {
    const { customers, sales } = this.tables;
    const many = this.segments.dimensions.filter(name => this.segments.count(name) > 2 && sales.path(name));
    const ofAccounts = many.find(name => customers.path(name) && sales.path(name)!.column === sales.column("account"));
    const ofSales = many.find(name => !customers.path(name));
    return [ofAccounts, ofSales].filter(name => name !== undefined).flatMap(name => [1, 2].map(code => ({ [name]: [this.segments.name(name, code)] })));
  }

  readonly #unheeded = new Map<string, string[]>();

  #ignored(kpi: string, by: string | undefined): string[] {
    const key = `${kpi}|${by ?? ""}`;
    let ignored = this.#unheeded.get(key);
    if (!ignored) this.#unheeded.set(key, ignored = this.#unknown(kpi, by));
    return ignored;
  }

  #unknown(kpi: string, by: string | undefined): string[] {
    return this.#choices.dimensions.filter(dimension => dimension === by || !this.knows(kpi, dimension));
  }

  #named(by: string | undefined, sums: Record<string, Float64Array>): [string, Sums][] {
    const lists = Object.entries(sums);
    if (lists.length === 0) return [];
    const named: [string, Sums][] = [];
    for (let group = 0; group < this.#choices.count(by); group++) {
      if (by !== undefined && lists.every(([, list]) => list[group] === 0)) continue;
      named.push([this.#nameOf(by, group), Object.fromEntries(lists.map(([name, list]) => [name, list[group]!]))]);
    }
    return named;
  }

  #nameOf(by: string | undefined, group: number): string {
    return by === undefined ? "all" : by === "customer" ? String(group) : this.segments.name(by, group);
  }

  #figure(kpi: string, measure: Measure, sums: Sums, segment: string, period: Period): Fact {
    return figureOf(this.#kinds.get(kpi) ?? { kind: "sum", missing: [] }, measure, sums, segment, period);
  }

  /** Of periods that follow one another, all from one pass. */
  #seriesOf(kpi: string, measure: Measure, selection: Selection, periods: readonly Period[]): Fact[] {
    const ignored = this.#ignored(kpi, undefined);
    const choice = (table: TableName) => this.#choices.of(table, selection, undefined, ignored);
    const spans = periods.map(period => this.days.span(period));
    const spells = measure.cells.includes("spells") ? spellSeries(this.tables.spells, choice("spells"), spans, this.days.asOf) : {};
    const active = measure.cells.includes("active") ? { active: activeSeries(choice("sales"), spans, this.days.asOf) } : {};
    const added = this.#sums.ofEach(measure.cells.filter(cell => cell !== "spells" && cell !== "active"), { selection, ignored }, spans);
    const counted = Object.entries({ ...spells, ...active });
    return periods.map((period, place) => {
      const sums = added[place]!;
      for (const [name, list] of counted) sums[name] = list[place]!;
      return this.#figure(kpi, measure, sums, "all", period);
    });
  }

  #medians(kpi: string, selection: Selection, period: Period, by: string | undefined): Fact[] {
    const { table, day, waiting, leftOut } = medianMeasures[kpi]!;
    const choice = this.#choices.of(table, selection, by, this.#ignored(kpi, by));
    const [all, days, span] = [this.#binnedOf(kpi, choice.facts), choice.facts.column(day), this.days.span(period)];
    const found = waiting
      ? gather(choice, span, days, all.amounts).map(waits => waits.length > 0 && waitingMedian(waits))
      : medians(choice, span, days, all);
    const excluded = leftOut ? sizesOf(choice, span, days, this.#leftOutOf(kpi, choice.facts)) : [];
    return found.flatMap((median, group) => (median ? [{ segment: this.#nameOf(by, group), period, numerator: null, denominator: null, excluded: excluded[group] ?? 0, ...median }] : []));
  }

  #binnedOf(kpi: string, facts: Facts): Binned {
    const { day, x } = medianMeasures[kpi]!;
    return keptIn(this.#binned, facts, kpi, () => binned(eachRow(new Float64Array(facts.rows), x(facts, this.days.asOf)), facts.column(day)));
  }

  #leftOutOf(kpi: string, facts: Facts): Float32Array {
    return keptIn(this.#leftOut, facts, kpi, () => eachRow(new Float32Array(facts.rows), medianMeasures[kpi]!.leftOut!(facts)));
  }
}

/** What is made of some facts for a KPI, made once. */
function keptIn<Made>(kept: WeakMap<Facts, Map<string, Made>>, facts: Facts, kpi: string, make: () => Made): Made {
  let ofFacts = kept.get(facts);
  if (!ofFacts) kept.set(facts, ofFacts = new Map());
  let made = ofFacts.get(kpi);
  if (!made) ofFacts.set(kpi, made = make());
  return made;
}

function eachRow<Amounts extends Float64Array | Float32Array>(amounts: Amounts, x: (row: number) => number): Amounts {
  for (let row = 0; row < amounts.length; row++) amounts[row] = x(row);
  return amounts;
}
