import { h, named, svg } from "../dom";

export interface Point { x: number; y: number; low?: number | undefined; high?: number | undefined }
export interface Series { name: string; points: Point[] }

interface Options {
  label: string;
  series: Series[];
  xTicks: { at: number; text: string }[];
  yTicks: { at: number; text: string }[];
  /** A survival curve keeps its value until the next event: it goes in steps. */
  stepped?: boolean;
}

const alone = { width: 960, height: 280 };
const narrow = { width: 600, height: 240 };
const together = { width: 340, height: 190 };
/** On a screen narrower than these one chart is drawn less wide, as wide as one of several at last, that its words stay legible. */
const tablet = 900;
const phone = 560;
const widthOfLetter = 6.5;
const inner = { left: 52, right: 12, top: 10, bottom: 28 };

/** One small chart per series on the same scales, each with its band of uncertainty. */
export function lineCharts(options: Options): HTMLElement {
  return h("div", { class: options.series.length > 1 ? "multiples" : "single" }, ...options.series.map(series => h("figure", { class: "line-chart" },
    series.name && h("figcaption", {}, named(series.name)),
    drawing(options, series))));
}

function drawing({ label, series: all, xTicks, yTicks, stepped }: Options, series: Series): SVGSVGElement {
  const { width, height } = all.length > 1 || innerWidth <= phone ? together : innerWidth <= tablet ? narrow : alone;
  const xs = all.flatMap(other => other.points.map(point => point.x));
  const [first, last] = [Math.min(...xs, ...xTicks.map(tick => tick.at)), Math.max(...xs, ...xTicks.map(tick => tick.at))];
  const [bottom, top] = [Math.min(...yTicks.map(tick => tick.at)), Math.max(...yTicks.map(tick => tick.at))];
  const x = (at: number) => inner.left + ((at - first) / (last - first || 1)) * (width - inner.left - inner.right);
  const y = (at: number) => height - inner.bottom - ((Math.min(top, at) - bottom) / (top - bottom || 1)) * (height - inner.top - inner.bottom);
  const path = (value: (point: Point) => number) => series.points.map((point, place) => {
    const before = series.points[place - 1];
    const step = stepped && before ? `L${x(point.x).toFixed(1)} ${y(value(before)).toFixed(1)}` : "";
    return `${place === 0 ? "M" : `${step}L`}${x(point.x).toFixed(1)} ${y(value(point)).toFixed(1)}`;
  }).join("");
  const back = (value: (point: Point) => number) => [...series.points].reverse().map((point, place, reversed) => {
    const before = reversed[place + 1];
    return `L${x(point.x).toFixed(1)} ${y(value(point)).toFixed(1)}${stepped && before ? `L${x(point.x).toFixed(1)} ${y(value(before)).toFixed(1)}` : ""}`;
  }).join("");
  return svg("svg", { class: "lines", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${label}${series.name ? `: ${series.name}` : ""}` },
    ...yTicks.map(tick => svg("path", { class: "grid", d: `M${inner.left} ${y(tick.at)}H${width - inner.right}` })),
    ...yTicks.map(tick => svg("text", { x: inner.left - 6, y: y(tick.at) + 4, "text-anchor": "end" }, tick.text)),
    ...apart(xTicks, x, width).map(tick => svg("text", { x: x(tick.at), y: height - 8, "text-anchor": tick.at === first ? "start" : tick.at === last ? "end" : "middle" }, tick.text)),
    series.points.length > 0 && svg("path", { class: "band", d: `${path(point => point.high ?? point.y)}${back(point => point.low ?? point.y)}Z` }),
    svg("path", { class: "line", d: path(point => point.y) }),
    ...(stepped ? [] : series.points.map(point => svg("circle", { class: "dot", cx: x(point.x), cy: y(point.y), r: 3.5 }))));
}

/** The last and every so many before it, as many as do not run into one another; the first and the last keep inside the drawing. */
function apart(ticks: Options["xTicks"], x: (at: number) => number, width: number): Options["xTicks"] {
  const spans = ticks.map(({ at, text }) => {
    const words = text.length * widthOfLetter;
    const from = Math.min(Math.max(x(at) - words / 2, inner.left), width - inner.right - words);
    return { from, to: from + words + widthOfLetter };
  });
  for (let every = 1; every < ticks.length; every++) {
    const kept = [...ticks.keys()].filter(place => (ticks.length - 1 - place) % every === 0);
    if (kept.every((place, nth) => nth === 0 || spans[place]!.from >= spans[kept[nth - 1]!]!.to)) return kept.map(place => ticks[place]!);
  }
  return ticks.slice(-1);
}

/** Ticks of a share from 0 to the first round share above the highest. */
export function shareTicks(highest: number, text: (share: number) => string): { at: number; text: string }[] {
  const step = highest > 0.5 ? 0.25 : highest > 0.2 ? 0.1 : 0.05;
  const count = Math.max(1, Math.ceil(Math.min(1, highest) / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, place) => ({ at: place * step, text: text(place * step) }));
}
