import type { Facts, Kpi, PageData, Period } from "./pageData";

export interface Fact {
  segment: string;
  period: Period;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  n: number;
  excluded: number;
  low: number | null;
  high: number | null;
}

/** marts.kpis, found by KPI, dimension and period. */
export class FactTable {
  readonly #rows = new Map<string, number[]>();
  readonly #kpis: Map<string, Kpi>;

  constructor(readonly data: PageData) {
    const { facts } = data;
    this.#kpis = new Map(data.kpis.map(kpi => [kpi.name, kpi]));
    facts.value.forEach((_, row) => {
      const key = keyOf(facts.kpis[facts.kpi[row]!]!, facts.dimensions[facts.dimension[row]!]!, periodKey(facts.periods[facts.period[row]!]!));
      const rows = this.#rows.get(key);
      if (rows) rows.push(row);
      else this.#rows.set(key, [row]);
    });
  }

  kpi(name: string): Kpi {
    return this.#kpis.get(name)!;
  }

  has(name: string): boolean {
    return this.#kpis.has(name);
  }

  of(kpi: string, dimension: string, period: string): Fact[] {
    return (this.#rows.get(keyOf(kpi, dimension, period)) ?? []).map(row => factAt(this.data.facts, row));
  }

  whole(kpi: string, period: string): Fact | undefined {
    return this.of(kpi, "all", period)[0];
  }

  /** The whole base's figure over time, for each period of a kind that has one. */
  series(kpi: string, kind: Period["kind"]): Fact[] {
    return this.periods(kind).flatMap(period => this.whole(kpi, periodKey(period)) ?? []);
  }

  readonly #periods = new Map<Period["kind"], readonly Period[]>();

  periods(kind: Period["kind"]): readonly Period[] {
    let periods = this.#periods.get(kind);
    if (!periods) this.#periods.set(kind, periods = this.data.facts.periods.filter(period => period.kind === kind).sort(byStart));
    return periods;
  }
}

function byStart({ start: a }: Period, { start: b }: Period): number {
  return Number((a ?? "") > (b ?? "")) - Number((a ?? "") < (b ?? ""));
}

/** "all", or the kind and the first day: periods of the whole data are one whatever their bounds. */
export function periodKey(period: Period): string {
  if (period.kind === "days") return `days:${period.start}:${period.end}`;
  return period.kind === "all" || period.kind === "horizon" ? period.kind : `${period.kind}:${period.start}`;
}

function keyOf(kpi: string, dimension: string, period: string): string {
  return `${kpi}\n${dimension}\n${period}`;
}

function factAt(facts: Facts, row: number): Fact {
  return {
    segment: facts.segments[facts.segment[row]!]!,
    period: facts.periods[facts.period[row]!]!,
    numerator: facts.numerator[row]!,
    denominator: facts.denominator[row]!,
    value: facts.value[row]!,
    n: facts.n[row]!,
    excluded: facts.excluded[row]!,
    low: facts.low[row]!,
    high: facts.high[row]!,
  };
}
