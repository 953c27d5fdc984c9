import { asTable } from "../chapter";
import { exportLabels, type Context } from "../context";
import { h, svg } from "../dom";
import { enough } from "../noise";
import type { ServiceFigure } from "../pageData";
import { dataTable } from "../table";
import { measures, name, quarters, readings, whole, written, type Measure } from "./figures";

const width = 320;
const height = 150;
const edge = { left: 46, right: 6, top: 12, bottom: 8 };

/** Satisfaction, NPS and complaints quarter by quarter; the title says what has changed by more than chance. */
export function voice(context: Context): HTMLElement {
  const { locale } = context;
  const shown = measures.filter(measure => whole(context, measure));
  const absent = [whole(context, "satisfaction") ? null : "surveys", whole(context, "complaints_per_order") ? null : "complaints"].filter(table => table !== null);
  return h("section", { id: "service", tabindex: -1, "aria-labelledby": "service-title" },
    h("h2", { id: "service-title" }, shown.length === 0 ? locale.text("serviceNone") : title(context, shown)),
    shown.length > 0 && h("p", { class: "lead" }, resolution(context)),
    absent.length > 0 && h("p", { class: shown.length === 0 ? "empty" : "note" }, locale.text("would", exportLabels(context, absent))),
    shown.length > 0 && h("div", { class: "card trends" }, ...shown.map(measure => trend(context, measure))),
    shown.length > 0 && h("p", { class: "rule" }, locale.text("serviceRule")),
    shown.length > 0 && asTable({ locale }, () => table(context, shown)));
}

/** The last finished quarter against the one a year before, where their intervals do not meet; else nothing has changed. */
function title(context: Context, shown: Measure[]): string {
  return changed(context, shown) ?? context.locale.text("serviceSame");
}

export function voiceFinding(context: Context): string | null {
  return changed(context, measures.filter(measure => whole(context, measure)));
}

function changed(context: Context, shown: readonly Measure[]): string | null {
  const { locale } = context;
  const found = shown.flatMap(measure => {
    const series = finished(context, quarters(context, measure)).filter(figure => figure.n >= enough && figure.low !== undefined);
    const last = series.at(-1);
    const before = last && series.find(figure => yearBefore(figure, last));
    if (!last || !before || !(last.low! > before.high! || last.high! < before.low!)) return [];
    return [locale.text("serviceChanged", name(locale, measure), written(locale, measure, before.value!), written(locale, measure, last.value!), locale.period(last.period))];
  });
  return found.length > 0 ? found.join(locale.text("clause")) : null;
}

function finished({ data }: Context, series: ServiceFigure[]): ServiceFigure[] {
  const dayAfter = new Date(Date.parse(data.run.asOf) + 86_400_000).toISOString().slice(0, 10);
  return series.filter(figure => (figure.period.end ?? "") <= dayAfter);
}

function yearBefore(figure: ServiceFigure, last: ServiceFigure): boolean {
  return figure.period.start === `${Number(last.period.start!.slice(0, 4)) - 1}${last.period.start!.slice(4)}`;
}

function resolution(context: Context): string {
  const { facts, locale } = context;
  const figure = facts.isChosen && !facts.engine?.has("complaint_resolution") ? undefined : whole(context, "complaint_resolution");
  return figure ? locale.text("resolvedIn", locale.value("days", figure.value), locale.count(figure.n), locale.count(figure.excluded)) + " " : "";
}

function trend(context: Context, measure: Measure): HTMLElement {
  const { locale } = context;
  const series = quarters(context, measure);
  const all = whole(context, measure)!;
  const ends = series.length > 0 ? [locale.period(series[0]!.period), locale.period(series.at(-1)!.period)] : [];
  return h("figure", { "data-kpi": measure },
    h("figcaption", {}, h("h3", {}, name(locale, measure)),
      h("p", { class: "trend-value" }, written(locale, measure, all.value!)),
      h("p", { class: "tile-note" }, all.low !== undefined && all.high !== undefined && `${between(locale, measure, all.low, all.high)} · `, locale.text("n", locale.count(all.n)))),
    series.length > 1 && plot(locale, measure, series, all.value!),
    h("p", { class: "trend-ends" }, ...ends.map(end => h("span", {}, end))));
}

function between(locale: Context["locale"], measure: Measure, low: number, high: number): string {
  return measure === "net_promoter_score" ? locale.between(written(locale, measure, low), written(locale, measure, high)) : locale.interval(readings[measure].unit, low, high);
}

/** Round numbers need no decimals. */
function tickText(locale: Context["locale"], measure: Measure, value: number): string {
  if (measure === "satisfaction") return locale.count(value);
  return measure === "complaints_per_order" && Math.abs(100 * value - Math.round(100 * value)) < 1e-9 ? locale.wholeRatio(value) : written(locale, measure, value);
}

function plot(locale: Context["locale"], measure: Measure, series: ServiceFigure[], base: number): SVGSVGElement {
  const [from, to] = readings[measure].range(series.filter(figure => figure.n >= enough));
  const x = (place: number) => edge.left + ((place + 0.5) * (width - edge.left - edge.right)) / series.length;
  const y = (value: number) => height - edge.bottom - (Math.min(1, Math.max(0, (value - from) / (to - from))) * (height - edge.top - edge.bottom));
  const sure = series.flatMap((figure, place) => (figure.n >= enough ? [`${x(place).toFixed(1)} ${y(figure.value!).toFixed(1)}`] : []));
  return svg("svg", { class: "trend", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    ...[from, (from + to) / 2, to].flatMap(tick => [
      svg("line", { class: "grid", x1: edge.left, x2: width, y1: y(tick), y2: y(tick) }),
      svg("text", { x: edge.left - 6, y: y(tick) + 3.5, "text-anchor": "end" }, tickText(locale, measure, tick))]),
    svg("line", { class: "base", x1: edge.left, x2: width, y1: y(base), y2: y(base) }),
    sure.length > 1 && svg("path", { class: "trend-line", d: `M${sure.join("L")}` }),
    ...series.flatMap((figure, place) => [
      figure.low !== undefined && figure.high !== undefined ? svg("line", { class: figure.n < enough ? "dot-whisker faint" : "dot-whisker", x1: x(place), x2: x(place), y1: y(figure.low), y2: y(figure.high) }) : null,
      svg("circle", { class: figure.n < enough ? "trend-dot trend-few" : "trend-dot", cx: x(place), cy: y(figure.value!), r: 4.5 }),
    ]));
}

function table(context: Context, shown: Measure[]): HTMLElement {
  const { locale } = context;
  const rows = shown.flatMap(measure => quarters(context, measure).map(figure => ({ measure, figure })));
  return dataTable<typeof rows[number]>({
    locale, rows, caption: locale.text("serviceCaption"), file: "service.csv",
    columns: [
      { label: locale.text("metric"), value: row => name(locale, row.measure) },
      { label: locale.text("period"), value: row => locale.period(row.figure.period) },
      { label: locale.text("value"), value: row => row.figure.value, show: row => written(locale, row.measure, row.figure.value!) },
      { label: locale.text("low"), value: row => row.figure.low, show: row => (row.figure.low === undefined ? null : written(locale, row.measure, row.figure.low)) },
      { label: locale.text("high"), value: row => row.figure.high, show: row => (row.figure.high === undefined ? null : written(locale, row.measure, row.figure.high)) },
      { label: locale.text("observations"), value: row => row.figure.n },
    ],
  });
}
