import type { Context } from "./context";
import { h, svg } from "./dom";
import { modelsOf } from "./models";
import type { Metric } from "./pageData";
import { testedOf, type Question } from "./verdict";

const size = 200;
const left = 38;
const bottom = 30;

/** What was predicted against what happened, a dot for each tenth of the customers; on the diagonal the probabilities came true. */
export function reliability(context: Context, question: Question): HTMLElement | null {
  const { locale } = context;
  const rows = testedOf(context, question);
  const bins = rows.filter(row => row.name.startsWith("reliability_"));
  const models = modelsOf(bins).filter(model => bins.filter(bin => bin.model === model).length > 1);
  if (models.length === 0) return null;
  const top = Math.max(...bins.map(bin => Math.max(bin.high ?? 0, bin.baseline ?? 0)));
  return h("article", { class: "card", "data-question": question },
    h("h3", {}, `${locale.text(`question.${question}`)} ${locale.text("reliability")}`),
    h("p", { class: "lead" }, locale.text("reliabilityReads")),
    h("div", { class: "reliability" }, ...models.map(model => h("figure", {},
      h("figcaption", {}, locale.code("model", model)),
      chart(locale, locale.code("model", model), bins.filter(bin => bin.model === model), Math.min(1, Math.ceil(top * 5) / 5))))));
}

function chart(locale: Context["locale"], title: string, bins: Metric[], top: number): SVGSVGElement {
  const x = (share: number) => left + (share / top) * (size - left - 8);
  const y = (share: number) => size - bottom - (share / top) * (size - bottom - 8);
  const spoken = bins.map(bin => `${locale.ratio(bin.baseline ?? 0)} → ${locale.ratio(bin.value ?? 0)}`).join(" ; ");
  return svg("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": `${title} : ${spoken}` },
    svg("path", { class: "reliability-frame", d: `M${x(0)} ${y(top)}V${y(0)}H${x(top)}` }),
    svg("path", { class: "reliability-true", d: `M${x(0)} ${y(0)}L${x(top)} ${y(top)}` }),
    ...bins.map(bin => svg("path", { class: "reliability-whisker", d: `M${x(bin.baseline ?? 0)} ${y(bin.low ?? bin.value ?? 0)}V${y(bin.high ?? bin.value ?? 0)}` })),
    ...bins.map(bin => svg("circle", { class: "reliability-dot", cx: x(bin.baseline ?? 0), cy: y(bin.value ?? 0), r: 4 })),
    ...[0, top].map(share => svg("text", { x: x(share), y: size - bottom + 14, "text-anchor": share === 0 ? "start" : "end" }, locale.wholeRatio(share))),
    svg("text", { x: left - 4, y: y(top) + 8, "text-anchor": "end" }, locale.wholeRatio(top)),
    svg("text", { x: (left + size) / 2, y: size - 3, "text-anchor": "middle" }, locale.text("predicted")),
    svg("text", { x: 10, y: (size - bottom) / 2, "text-anchor": "middle", transform: `rotate(-90 10 ${(size - bottom) / 2})` }, locale.text("observed")));
}
