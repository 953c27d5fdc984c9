import { Bar } from "./bars";
import { unheeded } from "./chapter";
import type { Comparison } from "./comparison";
import type { Context } from "./context";
import { h, isolated, put, write } from "./dom";
import type { Fact } from "./facts";
import type { Locale } from "./locale";
import { enough, finding, isByDefinition } from "./noise";
import type { Kpi } from "./pageData";

/** One panel per KPI, side by side on the same segments; from one choice to the next they stay, and only what changed is written. */
export class Panels {
  readonly element = h("div", { class: "panels" });
  readonly #panels: Panel[] = [];

  /** Draws the first of the lines; a bar may come to show another segment, and the focus goes with the segment that had it. */
  draw(context: Context, comparison: Comparison, shown: number): void {
    const focused = this.#focused();
    resize(this.#panels, comparison.kpis.length, this.element, place => new Panel(place === 0));
    const scales = scalesOf(comparison);
    this.#panels.forEach((panel, place) => panel.draw(context, comparison, place, { shown, ...scales[place]! }));
    if (focused !== undefined) this.#panels[0]?.bars.find(bar => bar.segment === focused)?.chooser.focus({ preventScroll: true });
  }

  #focused(): string | undefined {
    const { activeElement } = document;
    if (!this.element.contains(activeElement)) return undefined;
    return this.#panels.flatMap(panel => panel.bars).find(bar => bar.chooser === activeElement)?.segment;
  }
}

class Panel {
  readonly element: HTMLElement;
  readonly bars: Bar[] = [];
  readonly #title = h("h3");
  readonly #finding = h("p", { class: "panel-finding" });
  readonly #base = h("span");
  /** Its place in the grid is kept where there is nothing to say. */
  readonly #unheeded = h("p", { class: "panel-unheeded" });
  readonly #list = h("ul");

  constructor(private readonly isFirst: boolean) {
    this.element = h("section", { class: "panel" },
      this.#title, this.#finding, h("p", { class: "panel-base" }, this.#base, h("span", { "aria-hidden": "true" }, "n")), this.#unheeded, this.#list);
  }

  draw(context: Context, { by, kpis, lines, bases }: Comparison, place: number, { shown, scale, isOwn }: Scale & { shown: number }): void {
    const { locale } = context;
    const [kpi, base] = [kpis[place]!, bases[place]];
    const facts = lines.map(line => line.facts[place]);
    put(this.element, "data-kpi", kpi.name);
    write(this.#title, locale.of(kpi.label));
    write(this.#finding, findingText(locale, by, kpi, facts));
    write(this.#base, locale.text("baseValue", locale.value(kpi.unit, base?.value)) + ownPeriod(context, base) + (isOwn ? ` · ${locale.text("ownScale")}` : ""));
    write(this.#unheeded, unheeded(context, kpi.name) ?? "");
    resize(this.bars, Math.min(shown, lines.length), this.#list, () => new Bar(this.isFirst));
    this.bars.forEach((bar, line) => bar.draw(context, { kpi, by, segment: lines[line]!.segment, fact: facts[line], base, scale }));
  }
}

/** As many parts as there are things to show: those that are there stay, at the end some come or go. */
function resize<T extends { element: Element }>(parts: T[], count: number, parent: Element, make: (place: number) => T): void {
  for (const gone of parts.splice(count)) gone.element.remove();
  while (parts.length < count) {
    const part = make(parts.length);
    parts.push(part);
    parent.append(part.element);
  }
}

/** Where a figure is of other days than those chosen, they are said. */
function ownPeriod({ facts, locale }: Context, base: Fact | undefined): string {
  return base && base.period.kind === "ttm" && facts.selection.period.kind === "all" ? ` · ${locale.text("ttmShort")}` : "";
}

interface Scale { scale: number; isOwn: boolean }

/** Where one scale would leave bars too short to be compared, theirs is their own, and said to be. */
const shortest = 0.1;

/** One scale for panels of the same unit. */
function scalesOf({ kpis, lines, bases }: Comparison): Scale[] {
  const each = kpis.map((_, place) => scaleOf(lines.map(line => line.facts[place]), bases[place]));
  return kpis.map(({ unit }, place) => {
    const common = Math.max(...each.filter((_, other) => kpis[other]!.unit === unit));
    const isOwn = each[place]! < shortest * common;
    return { scale: isOwn ? each[place]! : common, isOwn };
  });
}

/** The longest interval that rests on enough observations; a wilder one is cut at the edge. */
function scaleOf(facts: (Fact | undefined)[], base: Fact | undefined): number {
  const sure = facts.filter(fact => fact && fact.n >= enough);
  const tops = (sure.length > 0 ? sure : facts).map(fact => Math.max(fact?.value ?? 0, fact?.high ?? 0));
  return Math.max(...tops, base?.value ?? 0) * 1.02 || 1;
}

function findingText(locale: Locale, by: string, kpi: Kpi, facts: (Fact | undefined)[]): string {
  if (isByDefinition(by, kpi.name)) return locale.text("findingCut");
  const found = finding(kpi, facts.filter(fact => fact !== undefined));
  return found
    ? locale.text("findingPanel", isolated(locale.segment(found.best.segment)), isolated(locale.segment(found.worst.segment)))
    : locale.text(facts.some(fact => fact && fact.low !== null && fact.high !== null) ? "noFinding" : "noInterval");
}
