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

let skeleton: SVGSVGElement | undefined;

/** All that a bar may show; copied whole, which costs a browser a third of making each mark. */
function bones(): SVGSVGElement {
  const whisker = (y1: number, y2: number) => svg("line", { class: "whisker", y1, y2 });
  return svg("svg", { class: "bar-drawing", "aria-hidden": "true" },
    svg("rect", { class: "fill", x: 0, y: 6, height: 14, rx: 2 }), svg("line", { class: "base", y1: 0, y2: 26 }), whisker(13, 13), whisker(9.5, 16.5), whisker(9.5, 16.5));
}

function drawing(fact: Fact | undefined, base: Fact | undefined, scale: number): Node {
  const at = (value: number) => `${(100 * Math.min(1, Math.max(0, value / scale))).toFixed(2)}%`;
  const made = (skeleton ??= bones()).cloneNode(true) as SVGSVGElement;
  const [fill, usual, range, least, most] = made.children as unknown as [Element, Element, Element, Element, Element];
  if (fact && fact.value !== null) fill.setAttribute("width", at(fact.value));
  else fill.remove();
  if (base && base.value !== null) spread(usual, at(base.value), at(base.value));
  else usual.remove();
  if (fact && fact.value !== null && fact.low !== null && fact.high !== null) {
    const [low, high] = [at(fact.low), at(fact.high)];
    spread(range, low, high);
    spread(least, low, low);
    spread(most, high, high);
  } else for (const line of [range, least, most]) line.remove();
  return made;
}

function spread(line: Element, x1: string, x2: string): void {
  line.setAttribute("x1", x1);
  line.setAttribute("x2", x2);
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
