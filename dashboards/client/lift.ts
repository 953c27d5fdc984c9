import type { Context } from "./context";
import { h, svg } from "./dom";
import type { Metric } from "./pageData";
import { testedOf, type Question } from "./verdict";

const width = 460;
const height = 200;
const left = 38;
const bottom = 36;
const top = 16;

/** How many times the average rate came true in each tenth of the customers, the likeliest first: how far down the list it is worth going. */
export function lift(context: Context, question: Question): HTMLElement | null {
  const { locale } = context;
  const tenths = testedOf(context, question).filter(row => row.name.startsWith("lift_decile_")).sort((a, b) => a.name.localeCompare(b.name, "en"));
  if (tenths.length === 0) return null;
  return h("article", { class: "card", "data-question": question },
    h("h3", {}, `${locale.text(`question.${question}`)} ${locale.text("lift")}`),
    h("p", { class: "lead" }, locale.text("liftReads")),
    h("div", { class: "lift" }, h("figure", {}, h("figcaption", {}, locale.code("model", tenths[0]!.model)), chart(locale, tenths))));
}

function chart(locale: Context["locale"], tenths: Metric[]): SVGSVGElement {
  const most = Math.ceil(Math.max(1, ...tenths.map(tenth => Math.max(tenth.value ?? 0, tenth.high ?? 0))));
  const step = (width - left - 4) / tenths.length;
  const x = (place: number) => left + place * step;
  const y = (times: number) => height - bottom - (times / most) * (height - bottom - top);
  const said = (tenth: Metric) => (tenth.value === undefined ? "–" : locale.decimal(tenth.value, 1));
  const range = (tenth: Metric) => (tenth.low === undefined || tenth.high === undefined ? "" : ` (${locale.decimal(tenth.low, 1)} – ${locale.decimal(tenth.high, 1)})`);
  const spoken = tenths.map((tenth, place) => `${place + 1} : ${said(tenth)}${range(tenth)}`).join(" ; ");
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${locale.text("liftTenth")} → ${locale.text("liftTimes")}. ${spoken}` },
    ...tenths.map((tenth, place) => svg("rect", {
      class: "lift-bar", x: x(place) + step * 0.15, width: step * 0.7, y: y(tenth.value ?? 0), height: y(0) - y(tenth.value ?? 0),
    }, svg("title", {}, `${place + 1} : ${said(tenth)}${range(tenth)}`))),
    ...tenths.map((tenth, place) => (tenth.low === undefined || tenth.high === undefined ? null
      : svg("path", { class: "lift-whisker", d: `M${x(place) + step * 0.75} ${y(tenth.low)}V${y(tenth.high)}` }))),
    svg("path", { class: "reliability-frame", d: `M${left} ${top}V${y(0)}H${width - 4}` }),
    svg("path", { class: "reliability-true", d: `M${left} ${y(1)}H${width - 4}` }),
    ...tenths.map((tenth, place) => svg("text", { x: x(place) + step * 0.42, y: y(tenth.value ?? 0) - 3, "text-anchor": "middle" }, said(tenth))),
    ...tenths.map((_, place) => svg("text", { x: x(place) + step / 2, y: height - bottom + 13, "text-anchor": "middle" }, String(place + 1))),
    ...[0, most].map(times => svg("text", { x: left - 4, y: y(times) + (times === 0 ? 0 : 8), "text-anchor": "end" }, locale.decimal(times, 0))),
    svg("text", { x: (left + width) / 2, y: height - 3, "text-anchor": "middle" }, locale.text("liftTenth")),
    svg("text", { x: 12, y: (height - bottom) / 2, "text-anchor": "middle", transform: `rotate(-90 12 ${(height - bottom) / 2})` }, locale.text("liftTimes")));
}
