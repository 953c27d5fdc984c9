import type { Engine } from "./engine/engine";
import { everything, type Accounts, type Selection } from "./engine/filter";
import { periodKey, type Fact, type FactTable } from "./facts";
import type { Kpi, Period } from "./pageData";

/** The page's figures under what the reader chose: those of marts.kpis for the whole base, those of the engine for all else. */
export class Figures {
  constructor(private readonly table: FactTable, readonly engine: Engine | undefined, readonly selection: Selection) {}

  get isFiltered(): boolean {
    return Object.keys(this.selection.segments).length > 0 || this.selection.accounts !== undefined;
  }

  /** The same figures as if nothing were chosen. */
  get ofAll(): Figures {
    return new Figures(this.table, this.engine, everything({ kind: "all" }));
  }

  /** Whether the reader chose less than all: segments, customers or a period. */
  get isChosen(): boolean {
    return this.isFiltered || this.selection.period.kind !== "all";
  }

  kpi(name: string): Kpi {
    return this.table.kpi(name);
  }

  has(name: string): boolean {
    return this.table.has(name);
  }

  periods(kind: Period["kind"]): readonly Period[] {
    return this.table.periods(kind);
  }

  readonly #found = new Map<string, readonly Fact[]>();
  readonly #beside = new Map<string, Figures>();

  /** A dimension's segments, or with "all" the one figure of all; a filter of the dimension itself does not hide its other segments. Several parts of a page ask for the same. */
  of(kpi: string, dimension: string, period: string): readonly Fact[] {
    const key = `${kpi}|${dimension}|${period}`;
    let found = this.#found.get(key);
    if (!found) this.#found.set(key, found = this.#measured(kpi, dimension, period));
    return found;
  }

  #measured(kpi: string, dimension: string, period: string): Fact[] {
    const made = this.isFiltered && this.engine?.has(kpi) ? [] : this.table.of(kpi, dimension, period);
    const wanted = this.period(period);
    if (made.length > 0 || !this.engine || !wanted) return made;
    return this.engine.measure(kpi, this.selection, { period: wanted, ...(dimension === "all" ? {} : { by: dimension }) });
  }

  whole(kpi: string, period: string): Fact | undefined {
    return this.of(kpi, "all", period)[0];
  }

  /** The warehouse's own figure, whatever is chosen. */
  ofWholeBase(kpi: string): number | null | undefined {
    return this.table.whole(kpi, "all")?.value;
  }

  #accounts: Accounts | undefined;

  /** Whether an account, by its number in the facts, is in the selection. */
  includes(account: number | undefined): boolean {
    if (!this.isFiltered || !this.engine || account === undefined) return true;
    return (this.#accounts ??= this.engine.accounts(this.selection))[account] === 1;
  }

  /** What a dimension's segments stand against: all of them together, under the other filters. */
  base(kpi: string, dimension: string, period: string): Fact | undefined {
    return this.#without(dimension).whole(kpi, period);
  }

  #without(dimension: string): Figures {
    if (!(dimension in this.selection.segments)) return this;
    let beside = this.#beside.get(dimension);
    if (!beside) {
      const { [dimension]: _, ...segments } = this.selection.segments;
      this.#beside.set(dimension, beside = new Figures(this.table, this.engine, { ...this.selection, segments }));
    }
    return beside;
  }

  /** The figure over time, for each period of a kind that has one. */
  series(kpi: string, kind: Period["kind"]): Fact[] {
    if (this.isFiltered && this.engine?.has(kpi) && (kind === "year" || kind === "quarter" || kind === "month")) return this.engine.series(kpi, this.selection, kind);
    return this.periods(kind).flatMap(period => this.whole(kpi, periodKey(period)) ?? []).filter(fact => fact.period.kind === kind);
  }

  /** The chosen period; else, for the whole, the last twelve months where only they make sense (attrition), or the models' horizon. */
  headline(kpi: string): Fact | undefined {
    const chosen = this.whole(kpi, periodKey(this.selection.period));
    if (chosen && (chosen.value !== null || this.selection.period.kind !== "all")) return chosen;
    return this.series(kpi, "ttm").find(fact => fact.value !== null) ?? chosen ?? this.whole(kpi, "horizon") ?? this.whole(kpi, "all");
  }

  /** Which of the filters a figure does not follow: some of their dimensions, or all where it is not recomputed. */
  unheeded(kpi: string): string[] | "all" {
    if (!this.isFiltered || !this.engine) return [];
    return this.engine.has(kpi) ? this.engine.ignores(kpi, this.selection) : "all";
  }

  /** The period of a key of the address: one of the calendar's, or days that the reader chose. */
  period(key: string): Period | undefined {
    const [kind, start, end] = key.split(":");
    if (kind === "days" && isDay(start) && isDay(end) && start < end) return { kind, start, end };
    return (["all", "ttm", "year", "quarter", "month", "horizon"] as const).filter(known => known === kind)
      .flatMap(known => this.periods(known)).find(period => periodKey(period) === key);
  }
}

function isDay(text: string | undefined): text is string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") && !Number.isNaN(Date.parse(text!));
}
