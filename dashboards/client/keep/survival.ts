import { asTable, chapter, wholeBase } from "../chapter";
import { lineCharts, shareTicks } from "../charts/lines";
import type { Context } from "../context";
import { h } from "../dom";
import type { SurvivalPoint } from "../pageData";
import { dataTable } from "../table";

const fewest = 20;

interface Words { id: string; title: string; lead: string; file: string }

/** Kaplan–Meier curves of the whole base and, side by side, of the segments that have enough to show one. */
export function survival(context: Context, points: SurvivalPoint[], words: Words): HTMLElement | null {
  const { locale } = context;
  const whole = points.filter(point => point.dimension === "all");
  if (whole.length < 3) return null;
  const months = Math.max(...whole.map(point => point.month));
  const ticks = { xTicks: monthTicks(months, context), yTicks: shareTicks(1, share => locale.wholeRatio(share)), stepped: true };
  const segments = segmentsOf(points);
  return chapter(words.id, words.title, words.lead, wholeBase(context),
    h("div", { class: "card" }, lineCharts({ label: words.title, series: [{ name: "", points: curve(whole) }], ...ticks })),
    segments.length > 1 && h("div", { class: "card" }, h("h3", {}, by(context, segments[0]![1][0]!.dimension)),
      lineCharts({ label: words.title, series: segments.map(([segment, rows]) => ({ name: locale.segment(segment), points: curve(rows) })), ...ticks })),
    asTable(context, () => dataTable<SurvivalPoint>({
      locale, rows: [...whole, ...segments.flatMap(([, rows]) => rows)], caption: words.title, file: words.file,
      columns: [
        { label: locale.text("segment"), value: row => (row.dimension === "all" ? locale.text("baseLine") : locale.segment(row.segment)) },
        { label: locale.text("months"), value: row => row.month },
        { label: locale.text("share"), value: row => row.share, show: row => locale.ratio(row.share) },
        { label: locale.text("low"), value: row => row.low, show: row => locale.value("ratio", row.low) },
        { label: locale.text("high"), value: row => row.high, show: row => locale.value("ratio", row.high) },
        { label: locale.text("stillWaiting"), value: row => row.waiting },
      ],
    })));
}

function by({ data, locale }: Context, name: string): string {
  const dimension = data.dimensions.find(one => one.name === name);
  return locale.text("byDimension", locale.midSentence(dimension ? locale.of(dimension.label) : name));
}

/** The months after which no more than half are left, or none where the curve stays above. */
export function medianMonth(points: SurvivalPoint[]): number | undefined {
  return points.find(point => point.dimension === "all" && point.share <= 0.5)?.month;
}

function curve(points: SurvivalPoint[]) {
  const sorted = [...points].sort((a, b) => a.month - b.month);
  const start = sorted[0]?.month === 0 ? [] : [{ x: 0, y: 1 }];
  return [...start, ...sorted.map(point => ({ x: point.month, y: point.share, low: point.low, high: point.high }))];
}

/** The segments of the first dimension of which at least two have enough cases, eight at most, the largest first. */
function segmentsOf(points: SurvivalPoint[]): [string, SurvivalPoint[]][] {
  for (const dimension of ["size", "type", "sector", "channel"]) {
    const bySegment = new Map<string, SurvivalPoint[]>();
    for (const point of points)
      if (point.dimension === dimension && point.segment !== "(unknown)") bySegment.set(point.segment, [...(bySegment.get(point.segment) ?? []), point]);
    const enough = [...bySegment].filter(([, rows]) => Math.max(...rows.map(row => row.waiting)) >= fewest);
    if (enough.length > 1) return enough.sort((a, b) => Math.max(...b[1].map(row => row.waiting)) - Math.max(...a[1].map(row => row.waiting))).slice(0, 8);
  }
  return [];
}

function monthTicks(months: number, { locale }: Context): { at: number; text: string }[] {
  const step = months > 24 ? 12 : months > 12 ? 6 : 3;
  return Array.from({ length: Math.floor(months / step) + 1 }, (_, place) => ({ at: place * step, text: locale.text("monthsShort", place * step) }));
}
