import { h, type Child } from "../dom";

export interface Rung { label: Child; length: number; text: string; note?: string; kind?: "win" | "lose" }

/** Bars on one scale, for a funnel or a list of causes: label, bar, figure, and a note on how it follows from the one before. */
export function rungs(rows: Rung[], scale = Math.max(...rows.map(row => row.length)) || 1): HTMLElement {
  return h("ol", { class: "rungs" }, ...rows.map(row => h("li", { class: `rung ${row.kind ?? ""}` },
    h("span", { class: "rung-label" }, row.label),
    h("span", { class: "rung-bar", "aria-hidden": "true" }, h("span", { style: `inline-size:${(100 * row.length / scale).toFixed(2)}%` })),
    h("span", { class: "rung-value" }, row.text, row.note && h("small", {}, row.note)))));
}
