import { unheeded } from "./chapter";
import type { Comparison } from "./comparison";
import type { Context } from "./context";
import { h, isolated, named, svg } from "./dom";
import type { Fact } from "./facts";
import type { Locale } from "./locale";
import { enough, finding, standing } from "./noise";
import type { Kpi } from "./pageData";

const marks = { better: "▲", worse: "▼", same: "", few: "" };

/** One panel per KPI, side by side on the same segments; each bar carries its interval and the whole base's line. */
export function panels(context: Context, { by, kpis, lines, bases }: Comparison, shown: number): HTMLElement {
  const { locale } = context;
  const visible = lines.slice(0, shown);
  return h("div", { class: "panels" }, ...kpis.map((kpi, place) => {
    const facts = lines.map(line => line.facts[place]);
    const scale = scaleOf(facts, bases[place]);
    return h("section", { class: "panel", "data-kpi": kpi.name },
      h("h3", {}, locale.of(kpi.label)),
      h("p", { class: "panel-finding" }, findingText(locale, kpi, facts)),
      h("p", { class: "panel-base" }, h("span", {}, locale.text("baseValue", locale.value(kpi.unit, bases[place]?.value)), ownPeriod(context, bases[place])), h("span", { "aria-hidden": "true" }, "n")),
      unheededNote(context, kpi),
      h("ul", {}, ...visible.map(line => bar(context, kpi, by, line.segment, line.facts[place], bases[place], scale, place))));
  }));
}

/** Its place in the grid is kept where there is nothing to say. */
function unheededNote(context: Context, kpi: Kpi): HTMLElement {
  return h("p", { class: "panel-unheeded" }, unheeded(context, kpi.name) ?? "");
}

/** Where a figure is of other days than those chosen, they are said. */
function ownPeriod({ facts, locale }: Context, base: Fact | undefined): string {
  return base && base.period.kind === "ttm" && facts.selection.period.kind === "all" ? ` · ${locale.text("ttmShort")}` : "";
}

function bar(context: Context, kpi: Kpi, by: string, segment: string, fact: Fact | undefined, base: Fact | undefined, scale: number, panel: number): HTMLElement {
  const { locale } = context;
  const where = fact && fact.value !== null ? standing(kpi, fact, base) : "few";
  return h("li", { class: `bar ${where}${isDimmed(context, by, segment) ? " dimmed" : ""}`, "data-segment": segment.slice(0, 200) },
    h("span", { class: "bar-label" }, named(locale.segment(segment))),
    context.facts.engine && chooser(context, by, segment, panel),
    drawing(fact, base, scale),
    h("span", { class: "bar-value" }, locale.value(kpi.unit, fact?.value), h("i", { "aria-hidden": "true" }, marks[where])),
    h("span", { class: "bar-n", "aria-hidden": "true" }, locale.count(fact?.n ?? 0)),
    h("span", { class: "unseen" }, ` (${[interval(locale, kpi, fact), locale.text("n", locale.count(fact?.n ?? 0)), locale.text(where)].filter(Boolean).join(", ")})`));
}

/** The whole bar chooses its segment, once more lets it go; for the keyboard the first panel's is enough. */
function chooser({ choose, facts, locale, state }: Context, by: string, segment: string, panel: number): HTMLElement {
  const chosen = facts.selection.segments[by] ?? [];
  const isOnly = chosen.length === 1 && chosen[0] === segment;
  return h("button", {
    type: "button", class: "bar-choose", "aria-pressed": String(isOnly), "aria-label": locale.text("keepOnly", isolated(locale.segment(segment))),
    tabindex: panel === 0 ? null : -1, "aria-hidden": panel === 0 ? null : "true",
    click: () => choose({ filters: { ...state.filters, [by]: isOnly ? [] : [segment] } }),
  });
}

function isDimmed({ facts }: Context, by: string, segment: string): boolean {
  const chosen = facts.selection.segments[by];
  return chosen !== undefined && !chosen.includes(segment);
}

function drawing(fact: Fact | undefined, base: Fact | undefined, scale: number): SVGSVGElement {
  const at = (value: number) => `${(100 * Math.min(1, Math.max(0, value / scale))).toFixed(2)}%`;
  const whisker = fact && fact.value !== null && fact.low !== null && fact.high !== null && { from: at(fact.low), to: at(fact.high) };
  return svg("svg", { class: "bar-drawing", "aria-hidden": "true" },
    fact && fact.value !== null && svg("rect", { class: "fill", x: 0, y: 6, width: at(fact.value), height: 14, rx: 2 }),
    base && base.value !== null && svg("line", { class: "base", x1: at(base.value), x2: at(base.value), y1: 0, y2: 26 }),
    whisker && svg("line", { class: "whisker", x1: whisker.from, x2: whisker.to, y1: 13, y2: 13 }),
    whisker && svg("line", { class: "whisker", x1: whisker.from, x2: whisker.from, y1: 9.5, y2: 16.5 }),
    whisker && svg("line", { class: "whisker", x1: whisker.to, x2: whisker.to, y1: 9.5, y2: 16.5 }));
}

/** The longest interval that rests on enough observations; a wilder one is cut at the edge. */
function scaleOf(facts: (Fact | undefined)[], base: Fact | undefined): number {
  const sure = facts.filter(fact => fact && fact.n >= enough);
  const tops = (sure.length > 0 ? sure : facts).map(fact => Math.max(fact?.value ?? 0, fact?.high ?? 0));
  return Math.max(...tops, base?.value ?? 0) * 1.02 || 1;
}

function interval(locale: Locale, kpi: Kpi, fact: Fact | undefined): string {
  return fact && fact.low !== null && fact.high !== null ? locale.interval(kpi.unit, fact.low, fact.high) : "";
}

function findingText(locale: Locale, kpi: Kpi, facts: (Fact | undefined)[]): string {
  const found = finding(kpi, facts.filter(fact => fact !== undefined));
  return found
    ? locale.text("findingPanel", isolated(locale.segment(found.best.segment)), isolated(locale.segment(found.worst.segment)))
    : locale.text("noFinding");
}
