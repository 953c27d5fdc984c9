import { asTable, wholeBase } from "../chapter";
import type { Context } from "../context";
import { h, svg } from "../dom";
import type { LorenzCurve } from "../pageData";
import { dataTable } from "../table";
import { openingMark } from "../who";

const size = 220;
const edge = 30;

/** How unequally customers bring revenue, margin and profit: the further below the diagonal, the more depends on few. */
export function lorenz(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const curves = data.worth.curves.filter(curve => curve.customers > 1);
  if (curves.length === 0) return null;
  return h("section", { id: "lorenz", tabindex: -1, "aria-labelledby": "lorenz-title" },
    h("h2", { id: "lorenz-title" }, locale.text("lorenzTitle", locale.ratio(below(curves[0]!, 0.5)))),
    h("p", { class: "lead" }, locale.text("lorenzLead")),
    wholeBase(context),
    h("div", { class: "card reliability" }, ...curves.map(curve => h("figure", { "data-measure": curve.measure },
      h("figcaption", {}, locale.code("measure", curve.measure), curve.gini !== undefined && h("span", { class: "gini" }, locale.text("gini", locale.decimal(curve.gini, 2)))),
      drawing(context, curve)))),
    asTable({ locale }, () => table(locale, curves)));
}

/** The share made by that part of the customers, the smallest first; between two points along the line that is drawn. */
export function below({ points }: LorenzCurve, part: number): number {
  const next = points.findIndex(point => point.customers >= part);
  const [before, after] = [points[next - 1] ?? { customers: 0, share: 0 }, points[next]!];
  return before.share + ((part - before.customers) / (after.customers - before.customers)) * (after.share - before.share);
}

function drawing(context: Context, curve: LorenzCurve): SVGSVGElement {
  const { locale } = context;
  const x = (value: number) => edge + value * (size - edge - 6);
  const y = (value: number) => size - edge - value * (size - edge - 6);
  const line = [{ customers: 0, share: 0 }, ...curve.points].map(point => `${x(point.customers).toFixed(1)} ${y(point.share).toFixed(1)}`).join("L");
  const half = below(curve, 0.5);
  return svg("svg", { viewBox: `0 0 ${size} ${size}`, role: context.facts.engine ? "group" : "img", "aria-label": locale.text("lorenzAlt", locale.code("measure", curve.measure), locale.ratio(half)) },
    svg("path", { class: "reliability-frame", d: `M${x(0)} ${y(1)}V${y(0)}H${x(1)}` }),
    svg("path", { class: "lorenz-area", d: `M${x(0)} ${y(0)}L${line}Z` }),
    svg("path", { class: "reliability-true", d: `M${x(0)} ${y(0)}L${x(1)} ${y(1)}` }),
    svg("path", { class: "lorenz-line", d: `M${line}` }),
    openingMark(context, `smaller_half:${curve.measure}`, locale.text("lorenzHalf", locale.code("measure", curve.measure), locale.ratio(half)),
      svg("circle", { class: "mark-reach", cx: x(0.5), cy: y(half), r: 14 }),
      svg("circle", { class: "reliability-dot", cx: x(0.5), cy: y(half), r: 3.5 }),
      svg("text", { x: x(0.5) - 6, y: y(half) - 7, "text-anchor": "end" }, locale.ratio(half))),
    ...[0, 0.5, 1].map(share => svg("text", { x: x(share), y: size - edge + 13, "text-anchor": share === 0 ? "start" : share === 1 ? "end" : "middle" }, locale.wholeRatio(share))),
    svg("text", { x: x(0.5), y: size - 3, "text-anchor": "middle" }, locale.text("lorenzX")),
    svg("text", { x: edge - 4, y: y(1) + 8, "text-anchor": "end" }, locale.wholeRatio(1)));
}

function table(locale: Context["locale"], curves: LorenzCurve[]): HTMLElement {
  const rows = Array.from({ length: 10 }, (_, place) => (place + 1) / 10);
  return dataTable<number>({
    locale, rows, caption: locale.text("lorenzCaption"), file: "lorenz.csv",
    columns: [
      { label: locale.text("lorenzX"), value: part => part, show: part => locale.wholeRatio(part) },
      ...curves.map(curve => ({ label: locale.code("measure", curve.measure), value: (part: number) => below(curve, part), show: (part: number) => locale.ratio(below(curve, part)) })),
    ],
  });
}
