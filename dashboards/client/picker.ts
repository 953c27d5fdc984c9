import type { Context } from "./context";
import { h, named, write } from "./dom";
import { fold, wordsOf } from "./fold";
import type { Dimension } from "./pageData";

export interface Picker { dimension: Dimension; element: HTMLElement; draw(context: Context): void }

const fewEnough = 8;

/** A button that opens the segments of one dimension as boxes to tick; any of those ticked count. */
export function picker(context: Context, dimension: Dimension): Picker {
  const { locale } = context;
  const label = locale.of(dimension.label);
  const count = h("span", { class: "picked" });
  const boxes = h("fieldset", {}, h("legend", { class: "unseen" }, label));
  const popup = h("div", { class: "popup", id: `pick-${dimension.name}`, popover: "auto" }, boxes);
  const button = h("button", { type: "button", class: "pick", popovertarget: popup.id, "data-pick": dimension.name }, label, count);
  let latest = context;

  popup.addEventListener("beforetoggle", event => {
    if ((event as ToggleEvent).newState === "open") fill();
  });
  popup.addEventListener("toggle", event => {
    if ((event as ToggleEvent).newState === "open") place(popup, button);
  });

  function fill(): void {
    if (boxes.querySelector("input")) return;
    const segments = (latest.facts.engine?.segments.of(dimension.name) ?? []).toSorted((a, b) => a.localeCompare(b, locale.language));
    if (segments.length > fewEnough) popup.prepend(h("input", { type: "search", placeholder: locale.text("search"), "aria-label": locale.text("searchIn", label), input: event => narrow((event.target as HTMLInputElement).value) }));
    boxes.append(...segments.map(segment => h("label", {}, h("input", { type: "checkbox", value: segment, change: choose }), named(locale.segment(segment)))));
    tick();
  }

  function narrow(text: string): void {
    const wanted = wordsOf(text);
    for (const option of boxes.querySelectorAll("label")) option.hidden = !wanted.every(word => fold(option.textContent ?? "").includes(word));
  }

  function choose(): void {
    const ticked = [...boxes.querySelectorAll<HTMLInputElement>("input:checked")].map(box => box.value);
    latest.choose({ filters: { ...latest.state.filters, [dimension.name]: ticked } });
  }

  function tick(): void {
    const chosen = latest.state.filters[dimension.name] ?? [];
    for (const box of boxes.querySelectorAll("input")) box.checked = chosen.includes(box.value);
  }

  function draw(now: Context): void {
    latest = now;
    const chosen = now.facts.selection.segments[dimension.name]?.length ?? 0;
    write(count, chosen > 0 ? ` (${locale.count(chosen)})` : "");
    button.classList.toggle("pick-active", chosen > 0);
    tick();
  }

  return { dimension, element: h("div", { class: "slicer" }, button, popup), draw };
}

/** Under its button, and inside the window. */
function place(popup: HTMLElement, button: HTMLElement): void {
  const { left, bottom } = button.getBoundingClientRect();
  popup.style.left = `${Math.max(8, Math.min(left, innerWidth - popup.offsetWidth - 8))}px`;
  popup.style.top = `${Math.max(8, Math.min(bottom + 4, innerHeight - popup.offsetHeight - 8))}px`;
}
