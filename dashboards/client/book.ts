import type { Context } from "./context";
import { h } from "./dom";
import { pageNames, pages, type Live, type PageName, type Part } from "./pages";

/** All the pages; only the one that is open is drawn, the others when they are opened or printed. */
export class Book {
  readonly element: HTMLElement;
  readonly #pages = new Map<PageName, HTMLElement>();
  readonly #live = new Map<PageName, Live[]>();
  #open: PageName | undefined;

  constructor(context: Context) {
    for (const name of pageNames) this.#pages.set(name, h("div", { class: "page", id: `view-${name}`, hidden: true }));
    this.element = h("main", { id: "main", tabindex: -1 }, contents(context), ...this.#pages.values());
  }

  show(context: Context): void {
    const name = context.state.page;
    for (const [other, element] of this.#pages) element.hidden = other !== name;
    if (this.#live.has(name)) for (const part of this.#live.get(name)!) part.draw(context);
    else this.#draw(name, context);
    if (this.#open && this.#open !== name) this.#enter(name);
    this.#open = name;
  }

  /** Paper shows every page. */
  drawAll(context: Context): void {
    for (const name of pageNames) if (!this.#live.has(name)) this.#draw(name, context);
  }

  #draw(name: PageName, context: Context): void {
    const parts = pages[name](context).filter(part => part !== null);
    this.#live.set(name, parts.filter(isLive));
    this.#pages.get(name)!.replaceChildren(...parts.map(part => (isLive(part) ? part.section : part)));
  }

  #enter(name: PageName): void {
    scrollTo({ top: 0, behavior: "instant" });
    this.#pages.get(name)!.querySelector<HTMLElement>("section")?.focus({ preventScroll: true });
  }
}

function isLive(part: NonNullable<Part>): part is Live {
  return !(part instanceof HTMLElement);
}

/** The table of contents, on paper only. */
function contents({ locale }: Context): HTMLElement {
  return h("ol", { class: "contents", "aria-hidden": "true" }, ...pageNames.map(name => h("li", {}, locale.text(name))));
}
