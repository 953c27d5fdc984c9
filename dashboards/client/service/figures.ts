import type { Context } from "../context";
import type { DotLine } from "../dots";
import type { Period, ServiceFigure, Unit } from "../pageData";

export const measures = ["satisfaction", "net_promoter_score", "complaints_per_order"] as const;
export type Measure = typeof measures[number];

/** How each measure is read: its range, which way is better, how it is written. */
export const readings: Record<Measure, { unit: Unit; better: "up" | "down"; range: (figures: ServiceFigure[]) => [number, number] }> = {
  satisfaction: { unit: "score", better: "up", range: () => [0, 10] },
  net_promoter_score: { unit: "ratio", better: "up", range: () => [-1, 1] },
  complaints_per_order: { unit: "ratio", better: "down", range: figures => [0, Math.max(...figures.map(figure => figure.high ?? figure.value ?? 0), 0.001)] },
};

export function written(locale: Context["locale"], measure: Measure, value: number): string {
  return measure === "net_promoter_score" ? locale.points(value) : locale.value(readings[measure].unit, value);
}

export function whole({ data }: Pick<Context, "data">, kpi: string, kind: Period["kind"] = "all"): ServiceFigure | undefined {
  return data.service.figures.find(figure => figure.kpi === kpi && figure.dimension === "all" && figure.period.kind === kind);
}

export function quarters({ data }: Context, kpi: string): ServiceFigure[] {
  return data.service.figures
    .filter(figure => figure.kpi === kpi && figure.dimension === "all" && figure.period.kind === "quarter")
    .sort((a, b) => a.period.start!.localeCompare(b.period.start!));
}

export function bySegment({ data, locale }: Context, kpi: string, dimension: string): DotLine[] {
  return data.service.figures
    .filter(figure => figure.kpi === kpi && figure.dimension === dimension && figure.period.kind === "all")
    .map(figure => ({ label: locale.segment(figure.segment), n: figure.n, value: figure.value ?? null, low: figure.low ?? null, high: figure.high ?? null }))
    .sort((a, b) => a.label.localeCompare(b.label, locale.language));
}

export function name(locale: Context["locale"], measure: Measure): string {
  return locale.text(`service.${measure}`);
}
