import { type Context } from "./context";
import { periodKey, type Fact } from "./facts";
import type { Figures } from "./figures";
import type { Kpi } from "./pageData";
import { enough } from "./noise";

/** What the warehouse calls the segment of those of whom it is not known. */
export const unknown = "(unknown)";

export interface Comparison {
  by: string;
  kpis: Kpi[];
  /** One line per segment: its fact for each KPI, in the KPIs' order. */
  lines: Line[];
  bases: (Fact | undefined)[];
}

export interface Line { segment: string; facts: (Fact | undefined)[] }

/** The segments of the chosen dimension and period, in the chosen order. */
export function compare({ data, facts, state, locale }: Context): Comparison {
  const found = data.segmentKpis.map(name => ({ kpi: facts.kpi(name), ...segmentsOf(facts, name, state.by) })).filter(({ of }) => of.some(fact => fact.value !== null));
  const kpis = found.map(({ kpi }) => kpi);
  const lines = new Map<string, Line>();
  found.forEach(({ of }, place) => {
    for (const fact of of) {
      const line = lines.get(fact.segment) ?? { segment: fact.segment, facts: kpis.map(() => undefined) };
      line.facts[place] = fact;
      lines.set(fact.segment, line);
    }
  });
  return {
    by: state.by,
    kpis,
    lines: [...lines.values()].filter(line => !isVoid(line)).sort(order(kpis, state.sort, locale.language)),
    bases: found.map(({ kpi, period }) => facts.base(kpi.name, state.by, period)),
  };
}

/** Of the chosen period; of the last twelve months where only they make sense (attrition, lifetime value). */
export function segmentsOf(facts: Figures, kpi: string, by: string): { of: readonly Fact[]; period: string } {
  const chosen = periodKey(facts.selection.period);
  const of = facts.of(kpi, by, chosen);
  const [year] = facts.periods("ttm");
  if (of.some(fact => fact.value !== null) || facts.selection.period.kind !== "all" || !year) return { of, period: chosen };
  return { of: facts.of(kpi, by, periodKey(year)), period: periodKey(year) };
}

function order(kpis: Kpi[], sort: string, language: string): (a: Line, b: Line) => number {
  const byName = (a: Line, b: Line) => a.segment.localeCompare(b.segment, language);
  if (sort === "name") return byName;
  const place = Math.max(0, kpis.findIndex(kpi => kpi.name === sort));
  if (sort === "n") return (a, b) => most(b) - most(a) || byName(a, b);
  const sign = kpis[place]?.direction === "down" ? 1 : -1;
  return (a, b) => {
    const [first, second] = [a.facts[place], b.facts[place]];
    return small(first) - small(second) || sign * ((first?.value ?? 0) - (second?.value ?? 0)) || byName(a, b);
  };
}

/** Nobody is of an unknown segment: the dimension is known of all. */
function isVoid(line: Line): boolean {
  return line.segment === unknown && most(line) === 0;
}

function most(line: Line): number {
  return Math.max(...line.facts.map(fact => fact?.n ?? 0));
}

/** Too few observations to be ranked: after the others, and without a value last. */
function small(fact: Fact | undefined): number {
  return fact?.value === null || fact === undefined ? 2 : fact.n < enough ? 1 : 0;
}
