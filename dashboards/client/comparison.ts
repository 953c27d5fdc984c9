import { type Context } from "./context";
import { periodKey, type Fact } from "./facts";
import type { Kpi } from "./pageData";
import { enough } from "./noise";

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
  const kpis = data.segmentKpis.map(name => facts.kpi(name));
  const period = periodKey(facts.selection.period);
  const lines = new Map<string, Line>();
  kpis.forEach((kpi, place) => {
    for (const fact of facts.of(kpi.name, state.by, period)) {
      const line = lines.get(fact.segment) ?? { segment: fact.segment, facts: kpis.map(() => undefined) };
      line.facts[place] = fact;
      lines.set(fact.segment, line);
    }
  });
  return {
    by: state.by,
    kpis,
    lines: [...lines.values()].sort(order(kpis, state.sort, locale.language)),
    bases: kpis.map(kpi => facts.base(kpi.name, state.by, period)),
  };
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

function most(line: Line): number {
  return Math.max(...line.facts.map(fact => fact?.n ?? 0));
}

/** Too few observations to be ranked: after the others, and without a value last. */
function small(fact: Fact | undefined): number {
  return fact?.value === null || fact === undefined ? 2 : fact.n < enough ? 1 : 0;
}
