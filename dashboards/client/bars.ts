import type { Context } from "./context";
import { h, isolated, put, shorten, svg, write } from "./dom";
import type { Fact } from "./facts";
import type { Locale } from "./locale";
import { standing } from "./noise";
import type { Kpi } from "./pageData";

export const marks = { better: "▲", worse: "▼", same: "", few: "" };

/** What a bar shows: a segment's figure of a KPI, its interval and the whole base's line. */
export interface Shown { kpi: Kpi; by: string; segment: string; fact: Fact | undefined; base: Fact | undefined; scale: number }

/** Its elements stay, whatever segment it comes to show. */
export class Bar {
  readonly element: HTMLLIElement;
  /** The whole bar chooses its segment, once more lets it go; for the keyboard the first panel's is enough. */
  readonly chooser: HTMLButtonElement;
  segment = "";
  readonly #label = h("bdi");
  readonly #drawing = (skeleton ??= bones()).cloneNode(true) as SVGSVGElement;
  readonly #value = new Text();
  readonly #mark = h("i");
  readonly #n = h("span", { class: "bar-n", "aria-hidden": "true" });
  #choose = () => {};

  constructor(isFirst: boolean) {
    this.chooser = h("button", { type: "button", class: "bar-choose", tabindex: isFirst ? null : -1, "aria-hidden": isFirst ? null : "true", click: () => this.#choose() });
    this.element = h("li", {},
      h("span", { class: "bar-label" }, this.#label), this.chooser, this.#drawing, h("span", { class: "bar-value", "aria-hidden": "true" }, this.#value, this.#mark), this.#n);
  }

  draw(context: Context, shown: Shown): void {
    const { locale } = context;
    const { kpi, by, segment, fact } = shown;
    const where = fact && fact.value !== null ? standing(kpi, fact, shown.base) : "few";
    const n = locale.count(fact?.n ?? 0);
    const name = shorten(locale.segment(segment));
    this.segment = segment;
    put(this.element, "class", `bar ${where}${isDimmed(context, by, segment) ? " dimmed" : ""}`);
    put(this.element, "data-segment", segment.slice(0, 200));
    write(this.#label, name);
    put(this.#label, "title", name);
    this.#offer(context, by, segment);
    draw(this.#drawing, shown);
    const value = locale.value(kpi.unit, fact?.value);
    write(this.#value, value);
    write(this.#mark, marks[where]);
    write(this.#n, n);
    put(this.#drawing, "aria-label", `${value} (${[interval(locale, kpi, fact), locale.text("n", n), locale.text(where)].filter(Boolean).join(", ")})`);
  }

  #offer({ choose, facts, locale, state }: Context, by: string, segment: string): void {
    const chosen = facts.selection.segments[by] ?? [];
    const isOnly = chosen.length === 1 && chosen[0] === segment;
    this.chooser.hidden = !facts.engine;
    put(this.chooser, "aria-pressed", String(isOnly));
    put(this.chooser, "aria-label", locale.text("keepOnly", isolated(locale.segment(segment))));
    this.#choose = () => choose({ filters: { ...state.filters, [by]: isOnly ? [] : [segment] } });
  }
}

function isDimmed({ facts }: Context, by: string, segment: string): boolean {
  const chosen = facts.selection.segments[by];
  return chosen !== undefined && !chosen.includes(segment);
}

let skeleton: SVGSVGElement | undefined;

/** All that a bar may show, said in its label: words that nobody sees would be laid out. Copied whole, which costs a browser a third of making each mark. */
function bones(): SVGSVGElement {
  const whisker = (y1: number, y2: number) => svg("line", { class: "whisker", y1, y2 });
  return svg("svg", { class: "bar-drawing", role: "img" },
    svg("rect", { class: "fill", x: 0, y: 6, height: 14, rx: 2 }), svg("line", { class: "base", y1: 0, y2: 26 }), whisker(13, 13), whisker(9.5, 16.5), whisker(9.5, 16.5));
}

function draw(drawing: SVGSVGElement, { fact, base, scale }: Shown): void {
  const at = (value: number | null | undefined) => (value === null || value === undefined ? null : `${(100 * Math.min(1, Math.max(0, value / scale))).toFixed(2)}%`);
  const [fill, usual, range, least, most] = drawing.children as unknown as [Element, Element, Element, Element, Element];
  const [value, whole] = [at(fact?.value), at(base?.value)];
  const [low, high] = value === null || fact?.low === null || fact?.high === null ? [null, null] : [at(fact?.low), at(fact?.high)];
  put(fill, "width", value);
  spread(usual, whole, whole);
  spread(range, low, high);
  spread(least, low, low);
  spread(most, high, high);
}

/** A mark that has no place is not shown. */
function spread(line: Element, x1: string | null, x2: string | null): void {
  put(line, "display", x1 === null ? "none" : null);
  put(line, "x1", x1);
  put(line, "x2", x2);
}

function interval(locale: Locale, kpi: Kpi, fact: Fact | undefined): string {
  return fact && fact.low !== null && fact.high !== null ? locale.interval(kpi.unit, fact.low, fact.high) : "";
}
