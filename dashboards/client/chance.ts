import { h } from "./dom";

/** A probability in figures and as a bar, coloured by what it promises. */
export function chance(text: string, probability: number, promises: "better" | "worse"): HTMLElement {
  return h("span", { class: `chance chance-${promises}` }, text, h("span", { class: "chance-bar", "aria-hidden": "true" }, h("span", { style: `inline-size:${100 * probability}%` })));
}
