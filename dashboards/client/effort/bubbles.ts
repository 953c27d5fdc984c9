import { ticks } from "../charts/ticks";
import type { Context } from "../context";
import { h, isolated, shorten, svg } from "../dom";
import type { EffortSegment } from "../pageData";
import { behindMark } from "../who";
import { isSmall } from "./score";

const width = 560;
const height = 340;
const edge = { left: 62, right: 24, top: 22, bottom: 44 };
const largest = 34;
const lineHeight = 13;
/** Above first, then below, to the sides, and between. */
const turns = [-90, 90, 0, 180, -45, -135, 45, 135].map(degrees => (degrees * Math.PI) / 180);
const distances = [4, 18, 34, 52];
/** A name so far from its bubble is led to by a line. */
const far = 10;

interface Bubble { segment: EffortSegment; x: number; y: number; r: number }

/** What a new customer costs against what an order brings; the area is the year's margin, hollow where customers are few. */
export function bubbles(context: Context, segments: EffortSegment[]): HTMLElement | null {
  const { locale } = context;
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
    svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": locale.text("bubblesAlt") },
      scales(locale, x, y, costliest, richest),
      ...drawn.map(bubble => behindMark(context, { [bubble.segment.dimension]: bubble.segment.segment }, nameOf(locale, bubble),
        svg("circle", { class: isSmall(bubble.segment) ? "bubble bubble-few" : "bubble", cx: bubble.x, cy: bubble.y, r: bubble.r }))),
      svg("g", { class: "bubble-labels", "aria-hidden": "true" }, ...labels(drawn, bubble => shorten(locale.segment(bubble.segment.segment), 28)).flatMap(({ bubble, text, x: at, y: line, apart }) => [
        apart > far && svg("line", { class: "bubble-leader", x1: bubble.x, y1: bubble.y, x2: at, y2: line - lineHeight / 3 }),
        svg("text", { class: "bubble-label", x: at, y: line, "text-anchor": "middle" }, text)]))));
}

function scales(locale: Context["locale"], x: (value: number) => number, y: (value: number) => number, costliest: number, richest: number): SVGElement {
  return svg("g", { "aria-hidden": "true" },
    svg("path", { class: "reliability-frame", d: `M${edge.left} ${edge.top}V${height - edge.bottom}H${width - edge.right}` }),
    ...ticks(costliest).flatMap(value => [
      svg("line", { class: "grid", x1: x(value), x2: x(value), y1: edge.top, y2: height - edge.bottom }),
      svg("text", { x: x(value), y: height - edge.bottom + 15, "text-anchor": "middle" }, locale.value("amount", value))]),
    ...ticks(richest).flatMap(value => [
      svg("line", { class: "grid", x1: edge.left, x2: width - edge.right, y1: y(value), y2: y(value) }),
      svg("text", { x: edge.left - 6, y: y(value) + 3, "text-anchor": "end" }, locale.value("amount", value))]),
    svg("text", { x: width - edge.right, y: height - 8, "text-anchor": "end" }, locale.text("bubblesX")),
    svg("text", { x: edge.left, y: 12, "text-anchor": "start" }, locale.text("bubblesY")));
}

/** The segment with what its bubble stands at. */
function nameOf(locale: Context["locale"], { segment }: Bubble): string {
  return [isolated(locale.segment(segment.segment)), `CAC ${locale.value("amount", segment.cac)}`, `${locale.text("criterion.basket")} ${locale.value("amount", segment.basket?.value)}`].join(", ");
}

export function margin(segment: EffortSegment): number {
  return (segment.yearlyMargin ?? 0) * segment.customers;
}

interface Label { bubble: Bubble; text: string; x: number; y: number; half: number; apart: number }

/** Each name beside its bubble, at the first place around it where it covers no other name and no other bubble; further off, a line leads to it. */
function labels(bubbles: Bubble[], name: (bubble: Bubble) => string): Label[] {
  const set: Label[] = [];
  for (const bubble of bubbles) {
    const text = name(bubble);
    const half = (text.length * widthOfLetter()) / 2;
    const places = distances.flatMap(apart => turns.map(turn => placed(bubble, text, half, apart, turn)));
    const inside = places.filter(({ x, y }) => x - half >= edge.left && x + half <= width && y - lineHeight >= 0 && y <= height - edge.bottom);
    const free = inside.filter(place => set.every(other => !meet(place, other)));
    const best = free.find(place => bubbles.every(other => other === bubble || !covers(place, other))) ?? free[0];
    if (best) set.push(best);
  }
  return set;
}

function placed(bubble: Bubble, text: string, half: number, apart: number, turn: number): Label {
  const [across, down] = [Math.cos(turn), Math.sin(turn)];
  return {
    bubble, text, half, apart,
    x: bubble.x + across * (bubble.r + apart + half),
    y: bubble.y + down * (bubble.r + apart + lineHeight / 2) + lineHeight / 3,
  };
}

function meet(a: Label, b: Label): boolean {
  return Math.abs(a.y - b.y) < lineHeight && Math.abs(a.x - b.x) < a.half + b.half + 4;
}

function covers({ x, y, half }: Label, { x: cx, y: cy, r }: Bubble): boolean {
  const across = Math.max(0, Math.abs(x - cx) - half);
  const down = Math.max(0, Math.abs(y - lineHeight / 3 - cy) - lineHeight / 2);
  return across * across + down * down < r * r;
}

/** The words are larger on a phone, where the whole drawing is smaller (page.css). */
function widthOfLetter(): number {
  return innerWidth <= 560 ? 8 : 6;
}
