import { ticks } from "./charts/ticks";
import { grouped } from "./curve";
import { svg } from "./dom";
import type { Figure } from "./pageData";

const [width, height, left, bottom] = [460, 300, 44, 46];

interface Drawn { x: number[]; y: number[]; name?: string }
interface Layout {
  separators: string;
  xaxis: { range: [number, number]; title: { text: string } };
  shapes: { x0: number; x1: number; y0: number; y1: number }[];
  annotations: { x: number; y: number; text: string; xanchor?: string }[];
  yaxis: { ticksuffix: string; dtick: number };
}

/** The curve's figure drawn by hand: on screen until Plotly is there, and on paper where nobody waited for it. */
export function sketch({ data, layout }: Figure): SVGSVGElement {
  const { separators, xaxis, yaxis, shapes, annotations } = layout as unknown as Layout;
  const x = (value: number) => left + (value / xaxis.range[1]) * (width - left - 8);
  const y = (value: number) => height - bottom - (value / 103) * (height - bottom - 8);
  const path = ({ x: xs, y: ys }: Drawn) => xs.map((value, place) => `${x(value).toFixed(1)} ${y(ys[place]!).toFixed(1)}`).join("L");
  const [set, curve] = ["set", "curve"].map(name => (data as unknown as Drawn[]).find(trace => trace.name === name)!) as [Drawn, Drawn];
  const marked = (data as unknown as Drawn[]).find(trace => trace.name === "marked");
  const shares = Array.from({ length: Math.floor(100 / yaxis.dtick) + 1 }, (_, place) => place * yaxis.dtick);
  return svg("svg", { class: "sketch", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    ...shares.flatMap(value => [
      svg("line", { class: "grid", x1: left, x2: width - 8, y1: y(value), y2: y(value) }),
      svg("text", { x: left - 6, y: y(value) + 4, "text-anchor": "end" }, `${value}${yaxis.ticksuffix}`)]),
    ...[0, ...ticks(curve.x.at(-1)!)].filter(Number.isInteger).map(rank => svg("text", { x: x(rank), y: height - bottom + 18, "text-anchor": "middle" }, grouped(rank, separators))),
    set.x.length > 1 && svg("path", { class: "lorenz-area", d: `M${x(0)} ${y(0)}L${path(set)}L${x(set.x.at(-1)!)} ${y(0)}Z` }),
    svg("path", { class: "lorenz-line", d: `M${path(curve)}` }),
    ...shapes.map(({ x0, x1, y0, y1 }) => svg("line", { class: "sketch-mark", x1: x(x0), x2: x(x1), y1: y(y0), y2: y(y1) })),
    ...annotations.map(({ x: at, y: from, text, xanchor }) => svg("text", { x: x(at) + (xanchor === "right" ? 0 : 6), y: y(from) + (xanchor === "right" ? 13 : 0), "text-anchor": xanchor === "right" ? "end" : "start" }, text)),
    marked && svg("circle", { class: "sketch-point", cx: x(marked.x[0]!), cy: y(marked.y[0]!), r: 6 }),
    svg("text", { x: (left + width) / 2, y: height - 8, "text-anchor": "middle" }, xaxis.title.text));
}
