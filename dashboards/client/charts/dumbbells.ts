import { h, named, svg, type Child } from "../dom";

export interface Dumbbell { label: string; first: number; second: number; firstText: Child; secondText: Child; marked: boolean }

/** Two shares of the same thing side by side, the distance between them drawn; charts that are read together reach to the same greatest share. */
export function dumbbells(rows: Dumbbell[], names: { first: string; second: string }, greatest: number): HTMLElement {
  const scale = greatest * 1.02 || 1;
  const at = (share: number) => `${(100 * share / scale).toFixed(2)}%`;
  return h("div", { class: "card" },
    h("ul", { class: "legend dumbbell-legend" }, h("li", { class: "key-first" }, names.first), h("li", { class: "key-second" }, names.second)),
    h("ul", { class: "dumbbells" }, ...rows.map(row => dumbbell(row, at))));
}

/** The row leads where the first share does, the second dot where the second does. */
function dumbbell(row: Dumbbell, at: (share: number) => string): HTMLElement {
  const second = h("span", { class: "dumbbell-second" }, row.secondText);
  return h("li", { class: row.marked ? "dumbbell marked" : "dumbbell" },
    h("span", { class: "dumbbell-label" }, named(row.label)),
    svg("svg", { class: "dumbbell-drawing", "aria-hidden": "true" },
      svg("line", { class: "between", x1: at(row.second), x2: at(row.first), y1: 11, y2: 11 }),
      svg("circle", { class: "second", cx: at(row.second), cy: 11, r: 5, click: () => second.querySelector("button")?.click() }),
      svg("circle", { class: "first", cx: at(row.first), cy: 11, r: 5.5 })),
    h("span", { class: "dumbbell-values" }, h("b", {}, row.firstText), " / ", second));
}
