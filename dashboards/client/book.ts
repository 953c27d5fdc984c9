import type { Context } from "./context";
import { h } from "./dom";
import { pageNames, pages, type Live, type PageName, type Part } from "./pages";

/** All the pages; only the one that is open is drawn, the others when they are opened or printed. */
export class Book {
  readonly element: HTMLElement;
  readonly #pages = new Map<PageName, HTMLElement>();
  readonly #live = new Map<PageName, Live[]>();
  readonly #drawnFor = new Map<PageName, string>();
  #open: PageName | undefined;

  constructor(context: Context) {
    for (const name of pageNames) this.#pages.set(name, h("div", { class: "page", id: `view-${name}`, hidden: true }));
    this.element = h("main", { id: "main", tabindex: -1 }, contents(context), ...this.#pages.values());
  }

  show(context: Context): void {
    const name = context.state.page;
    for (const [other, element] of this.#pages) element.hidden = other !== name;
    if (this.#isCurrent(name, context)) for (const part of this.#live.get(name)!) part.draw(context);
    else this.#draw(name, context);
    if (this.#open && this.#open !== name) this.#enter(name);
    this.#open = name;
  }

  /** Paper shows every page. */
  drawAll(context: Context): void {
    for (const name of pageNames) if (!this.#isCurrent(name, context)) this.#draw(name, context);
  }

  /** A page whose parts all redraw themselves stays; the others are drawn anew when the figures are about something else. */
  #isCurrent(name: PageName, context: Context): boolean {
    const live = this.#live.get(name);
    return live !== undefined && (this.#drawnFor.get(name) === subject(context) || live.length === this.#pages.get(name)!.childElementCount);
  }

  #draw(name: PageName, context: Context): void {
    const parts = pages[name](context).filter(part => part !== null);
    this.#live.set(name, parts.filter(isLive));
    this.#drawnFor.set(name, subject(context));
    this.#pages.get(name)!.replaceChildren(...parts.map(part => (isLive(part) ? part.section : part)));
  }

  #enter(name: PageName): void {
    scrollTo({ top: 0, behavior: "instant" });
    this.#pages.get(name)!.querySelector<HTMLElement>("section")?.focus({ preventScroll: true });
  }
}

/** What the figures are about. */
function subject({ facts: { engine }, state: { filters, find, period } }: Context): string {
  return JSON.stringify([engine !== undefined, filters, find, period]);
}

function isLive(part: NonNullable<Part>): part is Live {
  return !(part instanceof HTMLElement);
}

/** The table of contents, on paper only. */
function contents({ locale }: Context): HTMLElement {
  return h("ol", { class: "contents", "aria-hidden": "true" }, ...pageNames.map(name => h("li", {}, locale.text(name))));
}
