import type { Context } from "./context";
import { h, named, svg } from "./dom";
import { standing, type Measured } from "./noise";
import { behind, opening, type Whose } from "./who";

/** A row leads to its customers where it says whose they are, or what it stands for. */
export interface DotLine extends Measured { label: string; whose?: Whose; group?: string }

interface Options {
  context: Context;
  lines: DotLine[];
  /** The value of all of them together, drawn as a line through every row. */
  base: number | null | undefined;
  from: number;
  to: number;
  direction: "up" | "down" | "none";
  format(value: number): string;
}

const marks = { better: "▲", worse: "▼", same: "", few: "" };

/** One row for each: a dot with its 95 % interval on a common scale, hollow where the observations are few. */
export function dotChart(options: Options): HTMLElement {
  return h("ul", { class: "dots" }, ...options.lines.map(line => row(options, line)));
}

function row({ context, base, from, to, direction, format }: Options, line: DotLine): HTMLElement {
  const { locale } = context;
  const where = line.value === null ? "few" : standing({ direction }, line, { value: base ?? null });
  const value = line.value === null ? locale.text("notAvailable") : format(line.value);
  const interval = line.low !== null && line.high !== null ? locale.between(format(line.low), format(line.high)) : "";
  const spoken = [interval, locale.text("n", locale.count(line.n)), locale.text(where)].filter(Boolean).join(", ");
  return h("li", { class: `dot-row ${where}`, "data-segment": line.label.slice(0, 200) },
    h("span", { class: "dot-label" }, line.whose ? behind(context, line.whose, named(line.label)) : opening(context, line.group, named(line.label))),
    drawing(line, base ?? null, value => `${(100 * Math.min(1, Math.max(0, (value - from) / (to - from)))).toFixed(2)}%`),
    h("span", { class: "dot-value" }, value, h("i", { "aria-hidden": "true" }, marks[where])),
    h("span", { class: "dot-n", "aria-hidden": "true" }, locale.count(line.n)),
    h("span", { class: "unseen" }, ` (${spoken})`));
}

function drawing({ value, low, high }: DotLine, base: number | null, at: (value: number) => string): SVGSVGElement {
  return svg("svg", { class: "dot-drawing", "aria-hidden": "true" },
    svg("line", { class: "dot-axis", x1: "0%", x2: "100%", y1: 13, y2: 13 }),
    base !== null && svg("line", { class: "base", x1: at(base), x2: at(base), y1: 0, y2: 26 }),
    low !== null && high !== null && svg("line", { class: "dot-whisker", x1: at(low), x2: at(high), y1: 13, y2: 13 }),
    value !== null && svg("circle", { class: "dot", cx: at(value), cy: 13, r: 5 }));
}
