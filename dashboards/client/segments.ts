import { marks } from "./bars";
import { asTable, renew } from "./chapter";
import { compare, type Comparison, type Line } from "./comparison";
import { exportLabel, type Context } from "./context";
import { h, hold, isolated, named, write } from "./dom";
import { finding, isByDefinition } from "./noise";
import { Panels } from "./panels";
import { dataTable, type Column } from "./table";

const first = 15;
const legend = ["better", "worse", "same", "few", "baseLine", "whisker"] as const;
/** Colours that paper without colour prints alike are told apart by the marks beside the values. */
const markOf: Partial<Record<typeof legend[number], string>> = marks;

/** Compares the segments of one dimension on each KPI; its elements stay, and each choice writes what it changes. */
export function segments(context: Context): { section: HTMLElement; draw(context: Context): void } {
  const { locale } = context;
  let now = context;
  let comparison: Comparison;
  const title = h("h2", { id: "segments-title" });
  const selects = [dimensionSelect(context), sortSelect(context)];
  const panels = new Panels();
  const toggle = h("button", { type: "button", class: "more", click: () => now.choose({ all: !now.state.all }) });
  const folded = asTable(context, () => table(now, comparison));
  const none = h("p", { class: "empty" }, locale.text("noSegment"));
  const results = h("div", {},
    panels.element, toggle,
    h("ul", { class: "legend" }, ...legend.map(key => h("li", { class: `key-${key}` }, locale.text(key), markOf[key] && h("i", { class: "legend-mark" }, markOf[key])))),
    h("p", { class: "rule" }, locale.text("rule")),
    folded);
  const section = h("section", { id: "segments", tabindex: -1, "aria-labelledby": "segments-title" }, title, h("div", { class: "controls" }, ...selects), none, results);

  function draw(latest: Context): void {
    now = latest;
    comparison = compare(now);
    const { state } = now;
    const total = comparison.lines.length;
    write(title, titleOf(now, comparison));
    for (const select of selects) show(select.querySelector("select")!, state[select.dataset.state as "by" | "sort"]);
    none.hidden = total > 0;
    results.hidden = total === 0;
    panels.draw(now, comparison, state.all ? total : first);
    toggle.hidden = total <= first;
    write(toggle, state.all ? locale.text("showFewer", first) : locale.text("showAll", locale.count(total)));
    renew(folded, () => table(now, comparison));
  }

  draw(context);
  return { section, draw };
}

/** What cannot be chosen here is shown as what takes its place: the first. */
function show(select: HTMLSelectElement, wanted: string): void {
  hold(select, wanted);
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}

/** The first measure on which segments of the dimension stand apart beyond chance, said in a sentence. */
export function segmentFinding(context: Context): string | null {
  return found(context, compare(context));
}

function titleOf(context: Context, comparison: Comparison): string {
  const { data, locale, state } = context;
  const dimension = data.dimensions.find(candidate => candidate.name === state.by);
  const cut = comparison.kpis.some(kpi => isByDefinition(state.by, kpi.name));
  return found(context, comparison) ?? (dimension ? locale.text(cut ? "segmentTitleCut" : "segmentTitle", locale.midSentence(locale.of(dimension.label))) : locale.text("segments"));
}

function found({ locale }: Context, { by, kpis, lines }: Comparison): string | null {
  for (const [place, kpi] of kpis.entries()) {
    const apart = isByDefinition(by, kpi.name) ? undefined : finding(kpi, lines.map(line => line.facts[place]).filter(fact => fact !== undefined));
    if (apart)
      return locale.text("finding", locale.of(kpi.label),
        isolated(locale.segment(apart.best.segment)), locale.value(kpi.unit, apart.best.value),
        isolated(locale.segment(apart.worst.segment)), locale.value(kpi.unit, apart.worst.value));
  }
  return null;
}

function table({ data, locale, state }: Context, { kpis, lines }: Comparison): HTMLElement {
  const columns: Column<Line>[] = [{ label: locale.text("segment"), value: line => locale.segment(line.segment), show: line => named(locale.segment(line.segment)) }];
  kpis.forEach((kpi, place) => {
    const label = locale.of(kpi.label);
    columns.push(
      { label, value: line => line.facts[place]?.value, show: line => locale.value(kpi.unit, line.facts[place]?.value) },
      { label: `${label}, ${locale.text("low")}`, value: line => line.facts[place]?.low, show: line => locale.value(kpi.unit, line.facts[place]?.low) },
      { label: `${label}, ${locale.text("high")}`, value: line => line.facts[place]?.high, show: line => locale.value(kpi.unit, line.facts[place]?.high) },
      { label: `${label}, n`, value: line => line.facts[place]?.n });
  });
  const dimension = data.dimensions.find(candidate => candidate.name === state.by);
  const caption = dimension ? locale.of(dimension.label) : locale.text("segments");
  return dataTable({ locale, caption, file: `segments-${state.by}.csv`, columns, rows: lines });
}

function select(context: Context, key: "by" | "sort", label: string, options: HTMLOptionElement[]): HTMLElement {
  return h("label", { "data-state": key }, h("span", {}, label),
    h("select", { name: key, change: event => context.choose({ [key]: (event.target as HTMLSelectElement).value }) }, ...options));
}

function dimensionSelect(context: Context): HTMLElement {
  const { data, locale } = context;
  return select(context, "by", locale.text("compareBy"), data.dimensions.map(dimension => {
    const absent = dimension.segments === 0;
    const why = dimension.broughtBy ? locale.text("noDimension", exportLabel(context, dimension.broughtBy)) : locale.text("noDimensionShort");
    return h("option", { value: dimension.name, disabled: absent }, locale.of(dimension.label) + (absent ? ` (${why})` : ""));
  }));
}

function sortSelect(context: Context): HTMLElement {
  const { data, facts, locale } = context;
  return select(context, "sort", locale.text("sortBy"), [
    ...data.segmentKpis.filter(kpi => facts.has(kpi) && facts.kpi(kpi).missing.length === 0).map(kpi => h("option", { value: kpi }, locale.of(facts.kpi(kpi).label))),
    h("option", { value: "n" }, locale.text("sortN")),
    h("option", { value: "name" }, locale.text("sortName")),
  ]);
}
