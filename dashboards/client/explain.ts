import { exportLabels, type Context } from "./context";
import { h } from "./dom";
import type { Fact } from "./facts";
import type { Kpi } from "./pageData";
import { dataTable, type Column } from "./table";
import { who } from "./who";

/** Opens the figures behind a tile: formula, numerator, denominator, n, what was left out, and the years. */
export function explain(context: Context, kpi: Kpi, fact: Fact | undefined): void {
  const { locale } = context;
  const dialog = h("dialog", { class: "explain", "aria-labelledby": "explain-title" },
    h("header", {},
      h("h2", { id: "explain-title" }, locale.of(kpi.label)),
      h("button", { type: "button", class: "close", "aria-label": locale.text("close"), click: () => dialog.close() }, "×")),
    h("p", { class: "explain-value" }, locale.value(kpi.unit, fact?.value)),
    h("p", { class: "formula" }, locale.of(kpi.formula)),
    kpi.missing.length > 0 && h("p", {}, locale.text("would", exportLabels(context, kpi.missing))),
    fact && figures(context, kpi, fact),
    years(context, kpi),
    fact && behind(context, kpi, fact));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", event => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

function figures({ locale }: Context, kpi: Kpi, fact: Fact): HTMLElement {
  const list = h("dl", {});
  const add = (term: string, text: string, help?: string) =>
    list.append(h("div", {}, h("dt", {}, term), h("dd", {}, text, help && h("small", {}, help))));
  if (fact.numerator !== null) add(locale.text("numerator"), plain(locale, kpi, fact.numerator, "numerator"));
  if (fact.denominator !== null) add(locale.text("denominator"), plain(locale, kpi, fact.denominator, "denominator"));
  add(locale.text("observations"), locale.count(fact.n));
  if (fact.low !== null && fact.high !== null) add(locale.text("confidence"), locale.interval(kpi.unit, fact.low, fact.high), locale.text("confidenceHelp"));
  add(locale.text("excluded"), locale.count(fact.excluded), locale.of(kpi.excluded));
  return list;
}

/** A mean's numerator is in its own unit and its denominator a count; a rate's two parts have the same unit, which only its formula tells. */
function plain(locale: Context["locale"], kpi: Kpi, value: number, part: "numerator" | "denominator"): string {
  const own = part === "numerator" && (kpi.kind === "mean" || kpi.kind === "sum");
  return own ? locale.value(kpi.unit, value) : locale.decimal(value, Number.isInteger(value) ? 0 : 2);
}

interface Part { account: number; name: string; fact: Fact }

/** Each customer's own part of the figure, worked out when the reader asks for it. */
function behind(context: Context, kpi: Kpi, fact: Fact): HTMLElement | null {
  const { facts: { engine, selection }, locale } = context;
  if (!engine?.has(kpi.name) || !engine.knows(kpi.name, "customer")) return null;
  const list = h("details", { class: "behind" }, h("summary", {}, locale.text("behind")));
  list.addEventListener("toggle", () => {
    if (!list.open || list.children.length > 1) return;
    const rows = engine.rows(kpi.name, { ...selection, period: fact.period }).sort((a, b) => (b.fact.numerator ?? b.fact.value ?? 0) - (a.fact.numerator ?? a.fact.value ?? 0));
    list.append(h("p", { class: "rule" }, locale.text("behindNote")), dataTable({ locale, rows, search: true, caption: locale.text("behind"), file: `${kpi.name}.csv`, columns: partColumns(context, kpi, rows) }));
  });
  return list;
}

function partColumns(context: Context, kpi: Kpi, rows: Part[]): Column<Part>[] {
  const { locale } = context;
  const parts = (["numerator", "denominator"] as const).filter(part => rows.some(row => row.fact[part] !== null));
  return [
    { label: locale.text("customer"), value: row => row.name, show: row => who(context, row) },
    ...parts.map((part): Column<Part> => ({ label: locale.text(part), value: row => row.fact[part], show: row => plain(locale, kpi, row.fact[part] ?? 0, part) })),
    { label: locale.text("value"), value: row => row.fact.value, show: row => locale.value(kpi.unit, row.fact.value) },
    { label: "n", value: row => row.fact.n },
  ];
}

function years(context: Context, kpi: Kpi): HTMLElement | null {
  const { facts, locale } = context;
  const series = facts.series(kpi.name, "year");
  if (series.length === 0) return null;
  const cell = (text: string) => h("td", { class: "number" }, text);
  return h("table", {},
    h("caption", {}, locale.text("byYear")),
    h("thead", {}, h("tr", {}, ...[locale.text("period"), locale.text("value"), locale.text("confidence"), "n"].map((title, place) =>
      h("th", { scope: "col", class: place > 0 ? "number" : null }, title)))),
    h("tbody", {}, ...series.map(fact => h("tr", {},
      h("th", { scope: "row" }, locale.period(fact.period)),
      cell(locale.value(kpi.unit, fact.value)),
      cell(fact.low !== null && fact.high !== null ? locale.interval(kpi.unit, fact.low, fact.high) : "–"),
      cell(locale.count(fact.n))))));
}
