import type { Fact } from "../facts";
import type { Kpi, Period } from "../pageData";
import { meanInterval, ratio, sixDecimals, wilson } from "./intervals";
import type { Measure, Sums } from "./measures";

/** A KPI's figure from the sums of one group, with the interval that its kind gives. */
export function figureOf({ kind, missing }: Pick<Kpi, "kind" | "missing">, measure: Measure, sums: Sums, segment: string, period: Period): Fact {
  const numerator = sixDecimalsOf(measure.numerator(sums));
  const denominator = sixDecimalsOf(measure.denominator?.(sums) ?? null);
  const n = measure.n(sums);
  const value = measure.value ? sixDecimalsOf(measure.value(sums)) : measure.denominator && !["sum", "count"].includes(kind) ? (numerator === null ? null : ratio(numerator, denominator)) : numerator;
  const interval = kind === "rate" && numerator !== null && denominator !== null ? wilson(numerator, denominator)
    : kind === "mean" && numerator !== null ? meanInterval(n, numerator, measure.squares!(sums)) : measure.interval?.(sums) ?? null;
  const [least, most] = measure.bounds ?? [-Infinity, Infinity];
  const bounded = (end: number | undefined) => (end === undefined ? null : Math.min(Math.max(end, least), most));
  const absent = missing.length > 0;
  return { segment, period, numerator, denominator, value: absent ? null : value, n, excluded: measure.excluded?.(sums) ?? 0, low: absent ? null : bounded(interval?.[0]), high: absent ? null : bounded(interval?.[1]) };
}

function sixDecimalsOf(x: number | null): number | null {
  return x === null ? null : sixDecimals(x);
}
