import { svg } from "./dom";
import type { Fact } from "./facts";
import type { Kpi } from "./pageData";

const width = 120;
const height = 32;
const pad = 3;

/** A line of the last periods; sums and counts stand on zero, rates and means on their own range. */
export function sparkline(kpi: Kpi, series: Fact[]): SVGSVGElement {
  const values = series.map(fact => fact.value);
  const known = values.filter(value => value !== null);
  const floor = kpi.kind === "sum" || kpi.kind === "count" ? Math.min(0, ...known) : Math.min(...known);
  const span = Math.max(...known) - floor || 1;
  const x = (place: number) => pad + (place * (width - 2 * pad)) / Math.max(1, values.length - 1);
  const y = (value: number) => height - pad - ((value - floor) / span) * (height - 2 * pad);
  const last = values.findLastIndex(value => value !== null);
  return svg("svg", { class: "spark", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    floor <= 0 && last > 0 && svg("path", { class: "spark-area", d: area(values, x, y, y(0)) }),
    svg("path", { class: "spark-line", d: path(values, x, y), "vector-effect": "non-scaling-stroke" }),
    last >= 0 && svg("path", { class: "spark-end", d: `M${x(last)} ${y(values[last]!)}h0`, "vector-effect": "non-scaling-stroke" }));
}

function area(values: (number | null)[], x: (place: number) => number, y: (value: number) => number, ground: number): string {
  const points = values.map((value, place) => `L${x(place).toFixed(2)} ${(value === null ? ground : y(value)).toFixed(2)}`);
  return `M${x(0)} ${ground}${points.join("")}L${x(values.length - 1)} ${ground}Z`;
}

function path(values: (number | null)[], x: (place: number) => number, y: (value: number) => number): string {
  return values
    .map((value, place) => (value === null ? "" : `${(values[place - 1] ?? null) === null ? "M" : "L"}${x(place).toFixed(2)} ${y(value).toFixed(2)}`))
    .join("");
}
