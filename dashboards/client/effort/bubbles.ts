import type { Context } from "../context";
import { h, shorten, svg } from "../dom";
import { enough } from "../noise";
import type { EffortSegment } from "../pageData";

const width = 560;
const height = 340;
const edge = { left: 62, right: 24, top: 22, bottom: 44 };
const largest = 34;

interface Bubble { segment: EffortSegment; x: number; y: number; r: number }

/** What a new customer costs against what an order brings; the area is the year's margin, hollow where customers are few. */
export function bubbles({ locale }: Context, segments: EffortSegment[]): HTMLElement | null {
  const placed = segments.filter(segment => segment.cac !== undefined && segment.basket?.value !== undefined);
  if (placed.length < 2) return null;
  const [costliest, richest] = [Math.max(...placed.map(segment => segment.cac!)) * 1.12, Math.max(...placed.map(segment => segment.basket!.value!)) * 1.15];
  const most = Math.max(...placed.map(margin), 1);
  const x = (value: number) => edge.left + (value / costliest) * (width - edge.left - edge.right);
  const y = (value: number) => height - edge.bottom - (value / richest) * (height - edge.top - edge.bottom);
  const drawn: Bubble[] = placed
    .map(segment => ({ segment, x: x(segment.cac!), y: y(segment.basket!.value!), r: Math.max(4, largest * Math.sqrt(Math.max(0, margin(segment)) / most)) }))
    .sort((a, b) => b.r - a.r);
  return h("figure", { class: "chart bubbles" },
    h("figcaption", {}, locale.text("bubblesCaption")),
    svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": locale.text("bubblesAlt") },
      svg("path", { class: "reliability-frame", d: `M${edge.left} ${edge.top}V${height - edge.bottom}H${width - edge.right}` }),
      ...ticks(costliest).flatMap(value => [
        svg("line", { class: "grid", x1: x(value), x2: x(value), y1: edge.top, y2: height - edge.bottom }),
        svg("text", { x: x(value), y: height - edge.bottom + 15, "text-anchor": "middle" }, locale.value("amount", value))]),
      ...ticks(richest).flatMap(value => [
        svg("line", { class: "grid", x1: edge.left, x2: width - edge.right, y1: y(value), y2: y(value) }),
        svg("text", { x: edge.left - 6, y: y(value) + 3, "text-anchor": "end" }, locale.value("amount", value))]),
      svg("text", { x: width - edge.right, y: height - 8, "text-anchor": "end" }, locale.text("bubblesX")),
      svg("text", { x: edge.left, y: 12, "text-anchor": "start" }, locale.text("bubblesY")),
      ...drawn.map(bubble => svg("circle", { class: bubble.segment.customers < enough ? "bubble bubble-few" : "bubble", cx: bubble.x, cy: bubble.y, r: bubble.r })),
      ...labels(drawn).map(({ bubble, place }) => svg("text", { class: "bubble-label", x: bubble.x, y: place, "text-anchor": "middle" }, shorten(locale.segment(bubble.segment.segment), 22)))));
}

export function margin(segment: EffortSegment): number {
  return (segment.yearlyMargin ?? 0) * segment.customers;
}

function ticks(most: number): number[] {
  const step = [1, 2, 5, 10].map(factor => factor * 10 ** Math.floor(Math.log10(most / 4))).find(size => most / size <= 5)!;
  return Array.from({ length: Math.floor(most / step) }, (_, place) => step * (place + 1));
}

/** A name above its bubble, or below it, or none where it would cover another: the table names them all. */
function labels(bubbles: Bubble[]): { bubble: Bubble; place: number }[] {
  const taken: { x: number; y: number; half: number }[] = [];
  return bubbles.flatMap(bubble => {
    const half = Math.min(22, bubble.segment.segment.length) * 3.2;
    const free = [bubble.y - bubble.r - 5, bubble.y + bubble.r + 13].find(place =>
      place > edge.top && place < height - edge.bottom && taken.every(other => Math.abs(other.y - place) > 12 || Math.abs(other.x - bubble.x) > other.half + half));
    if (free === undefined) return [];
    taken.push({ x: bubble.x, y: free, half });
    return [{ bubble, place: free }];
  });
}
