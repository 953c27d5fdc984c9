import type { Context } from "./context";
import { h, shorten } from "./dom";
import type { Metric } from "./pageData";

/** The model card: the verdict in a sentence, and each measure beside its naive baseline. */
export function trust({ data, locale }: Context): HTMLElement {
  const models = [...new Set([...data.notes.map(note => note.model), ...data.metrics.map(metric => metric.model)])];
  return h("section", { id: "trust", tabindex: -1, "aria-labelledby": "trust-title" },
    h("h2", { id: "trust-title" }, locale.text(data.metrics.length > 0 ? "trustTitle" : "trustNone")),
    ...models.map(model => h("article", { class: "card" },
      h("h3", {}, locale.code("model", model)),
      ...data.notes.filter(note => note.model === model).map(note => h("p", { class: "lead" }, shorten(locale.of(note.text), 1000))),
      metrics(locale, data.metrics.filter(metric => metric.model === model)))));
}

function metrics(locale: Context["locale"], rows: Metric[]): HTMLElement | null {
  if (rows.length === 0) return null;
  const titles = [locale.text("metric"), locale.text("value"), locale.text("confidence"), locale.text("baseline"), locale.text("fold")];
  return h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": locale.text("trust") }, h("table", {},
    h("thead", {}, h("tr", {}, ...titles.map((title, place) => h("th", { scope: "col", class: place > 0 && place < 4 ? "number" : null }, title)))),
    h("tbody", {}, ...rows.map(row => h("tr", { "data-metric": row.name },
      h("th", { scope: "row" }, locale.code("metric", row.name)),
      h("td", { class: "number" }, number(locale, row.value)),
      h("td", { class: "number" }, row.low !== undefined && row.high !== undefined ? `${number(locale, row.low)} – ${number(locale, row.high)}` : "–"),
      h("td", { class: "number" }, number(locale, row.baseline)),
      h("td", {}, row.fold ? locale.code("fold", row.fold) : "–"))))));
}

function number(locale: Context["locale"], value: number | undefined): string {
  if (value === undefined) return "–";
  return Number.isInteger(value) && Math.abs(value) > 1 ? locale.count(value) : locale.decimal(value, 3);
}
