import type { Context } from "./context";
import { h, hold, isolated, named, write } from "./dom";
import { periodKey } from "./facts";
import { picker, type Picker } from "./picker";
import type { Day } from "./pageData";
import { noFilters, type State } from "./state";

export interface Slicers { element: HTMLElement; draw(context: Context): void }

/** Those asked for most stand in the bar, the others one click away. */
const firstDimensions = ["sector", "type", "region", "channel", "family", "owner"];

/** What the figures are about: a period, segments of every dimension, customers by name; and what of it is chosen. */
export function slicers(context: Context): Slicers {
  const { locale } = context;
  const period = periodSlicer(context);
  const find = h("input", { type: "search", name: "find", placeholder: locale.text("findCustomer"), "aria-label": locale.text("findCustomer"), change: event => context.choose({ find: (event.target as HTMLInputElement).value.trim() }) });
  const pickers = context.data.dimensions.filter(dimension => dimension.segments > 0).map(dimension => picker(context, dimension));
  const chosen = h("ul", { class: "chips" });
  const clear = h("button", { type: "button", class: "clear", click: () => context.choose(noFilters()) }, locale.text("clearAll"));
  const count = h("p", { class: "status", role: "status" });
  const isFirst = ({ dimension }: Picker) => firstDimensions.includes(dimension.name);
  const rest = h("div", { class: "slicer-row", id: "more-filters", hidden: true }, ...pickers.filter(one => !isFirst(one)).map(({ element }) => element));
  const more = h("button", { type: "button", class: "pick pick-more", "aria-expanded": "false", "aria-controls": rest.id, click: () => unfold(rest.hidden) }, locale.text("moreFilters"));
  const byFacts = h("div", { class: "slicer-row slicer-main" }, ...pickers.filter(isFirst).map(({ element }) => element), find);
  const list = h("button", { type: "button", class: "clear", id: "list-customers", click: () => context.choose({ list: true }) }, locale.text("listCustomers"));
  const periodOnPaper = h("p", { class: "on-paper" });
  const outcome = h("div", { class: "slicer-row slicer-chosen" }, count, list, chosen, clear);
  const element = h("section", { class: "slicers", "aria-label": locale.text("filters") }, h("div", { class: "slicer-row" }, period.element, byFacts, more), rest, periodOnPaper, outcome);

  function unfold(open: boolean): void {
    rest.hidden = !open;
    element.classList.toggle("unfolded", open);
    more.setAttribute("aria-expanded", String(open));
  }

  function draw(now: Context): void {
    const { engine } = now.facts;
    period.draw(now);
    write(periodOnPaper, `${locale.text("labelled", locale.text("period"))} ${locale.period(now.facts.selection.period)}`);
    byFacts.hidden = outcome.hidden = more.hidden = !engine;
    if (!engine) return;
    hold(find, now.state.find);
    for (const each of pickers) each.draw(now);
    if (pickers.some(one => !isFirst(one) && (now.facts.selection.segments[one.dimension.name]?.length ?? 0) > 0)) unfold(true);
    const chips = chipsOf(now, pickers);
    chosen.replaceChildren(...chips);
    clear.hidden = chips.length === 0;
    const { customers, of } = engine.counted(now.facts.selection);
    write(count, locale.text("customersOf", locale.count(customers), locale.count(of)));
  }

  draw(context);
  return { element, draw };
}

function chipsOf(context: Context, pickers: readonly Picker[]): HTMLElement[] {
  const { locale, state } = context;
  const segments = pickers.flatMap(({ dimension }) => (context.facts.selection.segments[dimension.name] ?? []).map(segment =>
    chip(context, locale.of(dimension.label), locale.segment(segment), { filters: without(state, dimension.name, segment) })));
  const cohort = state.first && context.facts.period(`quarter:${state.first}`);
  return [
    ...segments,
    ...(state.find ? [chip(context, locale.text("customer"), state.find, { find: "" })] : []),
    ...(cohort ? [chip(context, locale.text("firstOrder"), locale.period(cohort), { first: "" })] : []),
  ];
}

function chip(context: Context, what: string, text: string, change: Partial<State>): HTMLElement {
  return h("li", {}, h("button", { type: "button", class: "chip", "aria-label": context.locale.text("removeFilter", what, isolated(text)), click: () => context.choose(change) },
    `${what} `, named(text), h("span", { "aria-hidden": "true" }, " ×")));
}

function without({ filters }: State, dimension: string, segment: string): State["filters"] {
  return { ...filters, [dimension]: (filters[dimension] ?? []).filter(other => other !== segment) };
}

/** One list for all periods; the last entry opens two dates. */
function periodSlicer(context: Context): { element: HTMLElement; draw(context: Context): void } {
  const { data: { run }, facts, locale } = context;
  const kinds = (["all", "ttm", "year", "quarter"] as const).flatMap(kind => facts.periods(kind).toReversed());
  const keys = new Map(kinds.map(period => [periodKey(period), locale.period(period)]));
  const own = h("option", { value: "days" }, locale.text("ownDates"));
  const select = h("select", { name: "period", change: () => (select.value === "days" ? openDates() : context.choose({ period: select.value })) },
    ...[...keys].map(([key, label]) => h("option", { value: key }, label)), facts.engine && own);
  const [from, to] = ["from", "to"].map(name => h("input", { type: "date", name, min: run.dataFrom ?? null, max: run.asOf, change: chooseDates })) as [HTMLInputElement, HTMLInputElement];
  const backwards = h("p", { class: "dates-backwards", role: "status" });
  const dates = h("div", { class: "dates-chosen", hidden: true }, h("label", {}, locale.text("from"), from), h("label", {}, locale.text("to"), to), backwards);

  function openDates(): void {
    dates.hidden = false;
    from.value ||= run.dataFrom ?? "";
    to.value ||= run.asOf;
    from.focus();
  }

  function chooseDates(): void {
    if (!from.value || !to.value) return;
    write(backwards, from.value > to.value ? locale.text("datesBackwards") : "");
    if (from.value <= to.value) context.choose({ period: periodKey({ kind: "days", start: from.value, end: dayAfter(to.value) }) });
  }

  function draw({ facts: { engine, selection } }: Context): void {
    if (engine && !own.isConnected) select.append(own);
    const days = selection.period.kind === "days";
    hold(select, days ? "days" : periodKey(selection.period));
    dates.hidden = !days;
    write(backwards, "");
    if (!days) return;
    hold(from, selection.period.start!);
    hold(to, dayBefore(selection.period.end!));
  }

  return { element: h("div", { class: "slicer" }, h("label", {}, h("span", { class: "unseen" }, locale.text("period")), select), dates), draw };
}

function dayAfter(day: Day): Day {
  return moved(day, 1);
}

function dayBefore(day: Day): Day {
  return moved(day, -1);
}

function moved(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
