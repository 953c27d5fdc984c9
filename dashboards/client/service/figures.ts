import type { Context } from "../context";
import type { DotLine } from "../dots";
import { periodKey, type Fact } from "../facts";
import type { ServiceFigure, Unit } from "../pageData";

export const measures = ["satisfaction", "net_promoter_score", "complaints_per_order"] as const;
export type Measure = typeof measures[number];

/** How each measure is read: its range, which way is better, how it is written. */
export const readings: Record<Measure, { unit: Unit; better: "up" | "down"; range: (figures: { high?: number | null; value?: number | null }[]) => [number, number] }> = {
  satisfaction: { unit: "score", better: "up", range: () => [0, 10] },
  net_promoter_score: { unit: "ratio", better: "up", range: () => [-1, 1] },
  complaints_per_order: { unit: "ratio", better: "down", range: figures => [0, roundAbove(Math.max(...figures.map(figure => figure.high ?? figure.value ?? 0), 0.001))] },
};

/** The next of 1, 2, 5, 10, 20 … thousandths, that a scale ends on a number that can be read. */
function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map(factor => factor * power).find(round => round >= value)!;
}

export function written(locale: Context["locale"], measure: Measure, value: number): string {
  return measure === "net_promoter_score" ? locale.points(value) : locale.value(readings[measure].unit, value);
}

/** The warehouse's own figure; under choices, the one recomputed for them. */
export function whole(context: Context, kpi: string): ServiceFigure | undefined {
  const { data, facts } = context;
  if (!isChosen(context, kpi)) return data.service.figures.find(figure => figure.kpi === kpi && figure.dimension === "all" && figure.period.kind === "all");
  const fact = facts.whole(kpi, periodKey(facts.selection.period));
  return fact && figureOf(kpi, "all", fact);
}

/** What a dimension's segments stand against: all of them, whichever of them are chosen. */
export function baseOf(context: Context, kpi: string, dimension: string): number | undefined {
  const { facts } = context;
  return isChosen(context, kpi) ? facts.base(kpi, dimension, periodKey(facts.selection.period))?.value ?? undefined : whole(context, kpi)?.value;
}

/** Over time, whatever period is chosen. */
export function quarters(context: Context, kpi: string): ServiceFigure[] {
  const { data, facts } = context;
  const found = isChosen(context, kpi)
    ? facts.series(kpi, "quarter").flatMap(fact => figureOf(kpi, "all", fact) ?? [])
    : data.service.figures.filter(figure => figure.kpi === kpi && figure.dimension === "all" && figure.period.kind === "quarter");
  return found.sort((a, b) => a.period.start!.localeCompare(b.period.start!));
}

export function bySegment(context: Context, kpi: string, dimension: string): DotLine[] {
  const { facts, locale } = context;
  const found = isChosen(context, kpi)
    ? facts.of(kpi, dimension, periodKey(facts.selection.period)).flatMap(fact => figureOf(kpi, dimension, fact) ?? [])
    : ofWholeBase(context, kpi, dimension);
  return found
    .map(figure => ({ label: locale.segment(figure.segment), whose: { [dimension]: figure.segment }, n: figure.n, value: figure.value ?? null, low: figure.low ?? null, high: figure.high ?? null }))
    .sort((a, b) => a.label.localeCompare(b.label, locale.language));
}

export function ofWholeBase({ data }: Context, kpi: string, dimension: string): ServiceFigure[] {
  return data.service.figures.filter(figure => figure.kpi === kpi && figure.dimension === dimension && figure.period.kind === "all");
}

function isChosen({ facts }: Context, kpi: string): boolean {
  return (facts.isFiltered || facts.selection.period.kind !== "all") && facts.engine?.has(kpi) === true;
}

function figureOf(kpi: string, dimension: string, fact: Fact): ServiceFigure | undefined {
  if (fact.value === null) return undefined;
  const { segment, period, value, n, excluded, low, high } = fact;
  return { kpi, dimension, segment, period, value, n, excluded, ...(low === null || high === null ? {} : { low, high }) };
}

export function name(locale: Context["locale"], measure: Measure): string {
  return locale.text(`service.${measure}`);
}

/** In the middle of a sentence, without the scale. */
export function shortName(locale: Context["locale"], measure: Measure): string {
  return locale.text(`measured.${measure}`);
}
