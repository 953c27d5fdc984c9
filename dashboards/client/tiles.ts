import { exportLabels, type Context } from "./context";
import { h } from "./dom";
import { explain } from "./explain";
import type { Fact } from "./facts";
import type { Kpi, Tile } from "./pageData";
import { sparkline } from "./spark";

export function tiles(context: Context): HTMLElement {
  const { data, locale } = context;
  return h("section", { id: "overview", tabindex: -1, "aria-labelledby": "overview-title" },
    h("h2", { id: "overview-title", class: "unseen" }, locale.text("overview")),
    h("div", { class: "tiles" }, ...data.tiles.map(tile => tileOf(context, tile))));
}

function tileOf(context: Context, tile: Tile): HTMLElement {
  const { facts, locale } = context;
  const kpi = facts.kpi(tile.kpi);
  const fact = facts.whole(kpi.name, "all") ?? facts.whole(kpi.name, "horizon");
  const absent = fact?.value === null || fact === undefined;
  return h("article", { class: absent ? "tile tile-absent" : "tile", "data-kpi": kpi.name },
    h("h3", {}, locale.of(kpi.label)),
    h("p", { class: "tile-value" }, locale.value(kpi.unit, fact?.value)),
    absent && kpi.missing.length > 0 && h("p", { class: "tile-note" }, locale.text("would", exportLabels(context, kpi.missing))),
    !absent && besideOf(context, tile),
    !absent && noteOf(context, kpi, fact),
    !absent && trendOf(context, kpi, fact),
    h("button", { type: "button", class: "tile-open", "aria-haspopup": "dialog", "aria-label": locale.text("details", locale.of(kpi.label)), click: () => explain(context, kpi, fact) }));
}

function besideOf({ facts, locale }: Context, tile: Tile): HTMLElement | null {
  if (!tile.beside || !facts.has(tile.beside)) return null;
  const beside = facts.kpi(tile.beside);
  const fact = facts.whole(beside.name, "all");
  return fact ? h("p", { class: "tile-beside" }, `${locale.of(beside.label)}\u00a0: `.replace("\u00a0:", locale.language === "fr" ? "\u00a0:" : ":"), h("b", {}, locale.value(beside.unit, fact.value))) : null;
}

function noteOf({ locale }: Context, kpi: Kpi, fact: Fact): HTMLElement {
  if (isPart(kpi, fact)) return h("p", { class: "tile-note" }, locale.text("sharePart", locale.count(fact.numerator!), locale.count(fact.denominator!)));
  const n = locale.text("n", locale.count(fact.n));
  const interval = fact.low !== null && fact.high !== null && locale.interval(kpi.unit, fact.low, fact.high);
  return h("p", { class: "tile-note" }, interval ? `${interval} · ${n}` : n);
}

/** A count of some out of all: the customers of the Pareto set, the departures to expect. */
function isPart(kpi: Kpi, fact: Fact): boolean {
  return kpi.unit === "count" && fact.numerator === fact.value && (fact.denominator ?? 0) > 1;
}

function trendOf(context: Context, kpi: Kpi, fact: Fact): HTMLElement | null {
  if (isPart(kpi, fact))
    return h("div", { class: "tile-part", "aria-hidden": "true" }, h("div", { style: `inline-size:${(100 * fact.numerator!) / fact.denominator!}%` }));
  const kind = complete(context, kpi, "month").length >= 6 ? "month" : "quarter";
  const series = complete(context, kpi, kind).slice(-36);
  if (series.length < 2) return null;
  const { locale } = context;
  const [first, last] = [locale.period(series[0]!.period), locale.period(series.at(-1)!.period)];
  return h("figure", { class: "tile-trend" },
    sparkline(kpi, series),
    h("figcaption", {}, locale.text(kind === "month" ? "sparkMonth" : "sparkQuarter", first, last)));
}

/** A month that the data only began would look like a fall. */
function complete({ data, facts }: Context, kpi: Kpi, kind: "month" | "quarter"): Fact[] {
  const dayAfter = new Date(Date.parse(data.run.asOf) + 86_400_000).toISOString().slice(0, 10);
  return facts.series(kpi.name, kind).filter(fact => (fact.period.end ?? "") <= dayAfter);
}
