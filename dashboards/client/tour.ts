import type { Context } from "./context";
import { h } from "./dom";

const steps = [".slicers", "#main", "nav"] as const;
const place = "analytics-tour";
let isOver = false;

/** On a first visit, the page in three steps, above the figures and never over them. */
export function tour({ locale }: Context): HTMLElement | null {
  if (isOver || wasSeen()) return null;
  let step = 0;
  const text = h("p", { role: "status" });
  const next = h("button", { type: "button", class: "csv", click: () => (step === steps.length - 1 ? end() : show(step + 1)) });
  const element = h("aside", { class: "tour", "aria-label": locale.text("tour") }, text,
    h("div", {}, next, h("button", { type: "button", class: "clear", click: () => end() }, locale.text("tourEnd"))));

  function show(wanted: number): void {
    step = wanted;
    mark(steps[step]);
    text.replaceChildren(h("b", {}, locale.text("tourStep", step + 1, steps.length)), " ", locale.text(`tour.${step}` as "tour.0"));
    next.textContent = locale.text(step === steps.length - 1 ? "tourDone" : "tourNext");
  }

  function end(): void {
    isOver = true;
    mark(undefined);
    remember();
    element.remove();
  }

  show(0);
  return element;
}

function mark(selector: string | undefined): void {
  document.querySelectorAll(".tour-target").forEach(target => target.classList.remove("tour-target"));
  if (selector) document.querySelector(selector)?.classList.add("tour-target");
}

function wasSeen(): boolean {
  try {
    return localStorage.getItem(place) === "seen";
  } catch {
    return false;
  }
}

/** Where the browser keeps nothing, the next visit shows it again. */
function remember(): void {
  try {
    localStorage.setItem(place, "seen");
  } catch {
    isOver = true;
  }
}
