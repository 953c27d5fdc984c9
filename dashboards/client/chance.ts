import { h } from "./dom";

/** A probability in figures and as a bar. */
export function chance(text: string, probability: number): HTMLElement {
  return h("span", { class: "chance" }, text, h("span", { class: "chance-bar", "aria-hidden": "true" }, h("span", { style: `inline-size:${100 * probability}%` })));
}
