import { exportLabels, type Context } from "./context";
import { h } from "./dom";
import { changeOf, changeText } from "./change";
import { unheeded } from "./chapter";
import { explain } from "./explain";
import { periodKey, type Fact } from "./facts";
import type { Kpi, Tile } from "./pageData";
import type { Live } from "./pages";
import { sparkline } from "./spark";

export function tiles(context: Context): Live {
  const { data, locale } = context;
  const list = h("div", { class: "tiles" });
  const section = h("section", { id: "overview", tabindex: -1, "aria-labelledby": "overview-title" },
    h("h2", { id: "overview-title", class: "unseen" }, locale.text("overview")),
    list);
  const draw = (now: Context) => list.replaceChildren(...data.tiles.map(tile => tileOf(now, tile)));
  draw(context);
  return { section, draw };
}

function tileOf(context: Context, tile: Tile): HTMLElement {
  const { facts, locale } = context;
  const kpi = facts.kpi(tile.kpi);
  const fact = facts.headline(kpi.name);
  const absent = fact?.value === null || fact === undefined;
  return h("article", { class: absent ? "tile tile-absent" : "tile", "data-kpi": kpi.name },
    h("h3", {}, locale.of(kpi.label)),
    valueOf(locale.value(kpi.unit, fact?.value)),
    h("div", { class: "tile-notes" }, ...(absent ? [lackOf(context, kpi)] : [besideOf(context, tile), targetOf(context, kpi), changeNote(context, kpi, fact), noteOf(context, kpi, fact)]), unheededNote(context, kpi)),
    absent ? null : trendOf(context, kpi, fact),
    h("button", { type: "button", class: "tile-open", "aria-haspopup": "dialog", "aria-label": locale.text("details", locale.of(kpi.label)), click: () => explain(context, kpi, fact) }));
}

function valueOf(text: string): HTMLElement {
  return h("p", { class: text.length > 12 ? "tile-value tile-value-long" : "tile-value" }, text);
}

function lackOf(context: Context, kpi: Kpi): HTMLElement {
  const reason = kpi.missing.length > 0 ? context.locale.text("would", exportLabels(context, kpi.missing)) : context.locale.text("noObservation");
  return h("p", { class: "tile-note" }, reason);
}

function besideOf({ facts, locale }: Context, tile: Tile): HTMLElement | null {
  if (!tile.beside || !facts.has(tile.beside)) return null;
  const beside = facts.kpi(tile.beside);
  const fact = facts.headline(beside.name);
  return fact ? h("p", { class: "tile-beside" }, locale.text("labelled", locale.of(beside.label)), " ", h("b", {}, locale.value(beside.unit, fact.value))) : null;
}

function noteOf({ facts, locale }: Context, kpi: Kpi, fact: Fact): HTMLElement {
  if (isPart(kpi, fact)) return h("p", { class: "tile-note" }, locale.text("sharePart", locale.count(fact.numerator!), locale.count(fact.denominator!)));
  const period = fact.period.kind !== facts.selection.period.kind && fact.period.kind !== "horizon" && locale.period(fact.period);
  const interval = fact.low !== null && fact.high !== null && locale.interval(kpi.unit, fact.low, fact.high);
  return h("p", { class: "tile-note" },
    period && h("span", { class: "tile-period" }, period),
    interval && h("span", {}, interval), interval && " ",
    fact.n !== fact.value && h("span", {}, locale.text("n", locale.count(fact.n))));
}

/** Against the same days a year before; for the whole, the last twelve months against the twelve before. */
function changeNote(context: Context, kpi: Kpi, fact: Fact): HTMLElement | null {
  const { locale } = context;
  const change = changeOf(context, kpi, fact);
  if (!change) return null;
  return h("p", { class: `tile-change ${change.standing}` },
    h("span", { "aria-hidden": "true" }, change.difference > 0 ? "▲" : change.difference < 0 ? "▼" : "="), " ", h("b", {}, changeText(locale, kpi, change)), " ",
    h("small", {}, locale.text(change.overTwelveMonths ? "changeTwelve" : "changeYear")), h("span", { class: "unseen" }, ` (${locale.text(`change.${change.standing}`)})`));
}

/** How much of the year's target was reached, where there is one and nothing is left out. */
function targetOf({ facts, locale }: Context, kpi: Kpi): HTMLElement | null {
  const name = `${kpi.name}_to_target`;
  if (facts.isFiltered || !facts.has(name)) return null;
  const chosen = facts.selection.period.kind;
  const fact = chosen === "all" || chosen === "ttm" ? facts.series(name, "year").findLast(year => year.value !== null) : facts.whole(name, periodKey(facts.selection.period));
  if (!fact || fact.value === null) return null;
  const share = Math.min(1, fact.value);
  return h("p", { class: "tile-target" }, locale.text("tileTarget", locale.midSentence(locale.period(fact.period))), " ", h("b", {}, locale.ratio(fact.value)),
    h("span", { class: "target-bar", "aria-hidden": "true" }, h("span", { style: `inline-size:${(100 * share).toFixed(1)}%` })));
}

/** What of the filters the figure does not follow. */
function unheededNote(context: Context, kpi: Kpi): HTMLElement | null {
  const text = unheeded(context, kpi.name);
  return text === null ? null : h("p", { class: "tile-note tile-unheeded" }, text);
}

/** A count of some out of all: the customers of the Pareto set, the departures to expect. */
function isPart(kpi: Kpi, fact: Fact): boolean {
  return kpi.unit === "count" && fact.numerator === fact.value && (fact.denominator ?? 0) > 1;
}

function trendOf(context: Context, kpi: Kpi, fact: Fact): HTMLElement | null {
  if (isPart(kpi, fact))
    return h("div", { class: "tile-part", "aria-hidden": "true" }, h("div", { style: `inline-size:${(100 * fact.numerator!) / fact.denominator!}%` }));
  const months = complete(context, kpi, "month");
  const series = (months.length >= 6 ? months : complete(context, kpi, "quarter")).slice(-36);
  if (series.length < 2) return null;
  const { locale } = context;
  const [first, last] = [locale.period(series[0]!.period), locale.period(series.at(-1)!.period)];
  return h("figure", { class: "tile-trend" },
    sparkline(kpi, series),
    h("figcaption", {}, h("span", {}, first), h("span", {}, last)));
}

/** A month that the data only began would look like a fall. */
function complete({ data, facts }: Context, kpi: Kpi, kind: "month" | "quarter"): Fact[] {
  const dayAfter = new Date(Date.parse(data.run.asOf) + 86_400_000).toISOString().slice(0, 10);
  return facts.series(kpi.name, kind).filter(fact => (fact.period.end ?? "") <= dayAfter);
}
