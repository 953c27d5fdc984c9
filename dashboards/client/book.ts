import { selectionKey, type Context } from "./context";
import { h } from "./dom";
import { imageButton } from "./image";
import type { Locale } from "./locale";
import { pages, type PageName, type Part } from "./pages";

interface Drawn { part: Part; node: ChildNode; selection: string }

/** All the pages; only the one that is open is drawn, the others when they are opened or printed. */
export class Book {
  readonly element: HTMLElement;
  readonly #pages = new Map<PageName, HTMLElement>();
  readonly #drawn = new Map<PageName, Drawn[]>();
  #open: PageName | undefined;

  constructor(context: Context) {
    for (const name of context.data.pages) this.#pages.set(name, h("div", { class: "page", id: `view-${name}`, hidden: true }));
    this.element = h("main", { id: "main", tabindex: -1 }, contents(context), ...this.#pages.values());
  }

  show(context: Context): void {
    const name = context.state.page;
    for (const [other, element] of this.#pages) element.hidden = other !== name;
    this.#draw(name, context);
    if (this.#open && this.#open !== name) this.#enter(name);
    this.#open = name;
  }

  /** Paper shows every page. */
  drawAll(context: Context): void {
    for (const name of context.data.pages) this.#draw(name, context);
  }

  #draw(name: PageName, context: Context): void {
    const before = this.#drawn.get(name);
    if (before) before.forEach((drawn, place) => this.#redraw(drawn, name, place, context));
    else {
      const drawn = pages[name].map(part => made(part(context), context));
      this.#drawn.set(name, drawn);
      this.#pages.get(name)!.replaceChildren(heading(context, name), ...drawn.map(one => one.node));
    }
  }

  /** A live part draws itself; another is made anew, and only where the figures that it shows may have changed. */
  #redraw(drawn: Drawn, name: PageName, place: number, context: Context): void {
    if (drawn.part && "draw" in drawn.part) drawn.part.draw(context);
    else if (drawn.selection !== selectionKey(context)) {
      const now = made(pages[name][place]!(context), context);
      drawn.node.replaceWith(now.node);
      Object.assign(drawn, now);
    }
  }

  #enter(name: PageName): void {
    scrollTo({ top: 0, behavior: "instant" });
    this.#pages.get(name)!.querySelector<HTMLElement>("section")?.focus({ preventScroll: true });
  }
}

/** A part that has nothing to show keeps its place. */
function made(part: Part, context: Context): Drawn {
  const node = part === null ? document.createComment("") : part instanceof HTMLElement ? part : part.section;
  if (node instanceof HTMLElement && node.id) node.append(imageButton(context.locale, node));
  return { part, node, selection: selectionKey(context) };
}

/** The table of contents, on paper only; in a PDF a name leads to its chapter. */
function contents({ data, locale }: Context): HTMLElement {
  return h("div", { class: "contents", "aria-hidden": "true" },
    h("p", {}, locale.text("contents")),
    h("ol", {}, ...data.pages.map(name => h("li", {}, h("a", { href: `#view-${name}`, tabindex: -1 }, locale.text(name))))));
}

/** A chapter's number and name, on paper only: on a screen the navigation shows them. */
function heading({ data, locale }: Context, name: PageName): HTMLElement {
  return h("p", { class: "chapter-name", "aria-hidden": "true" }, chapterName(locale, name, data.pages.indexOf(name)));
}

export function chapterName(locale: Locale, name: PageName, place: number): string {
  return `${place + 1}. ${locale.text(name)}`;
}
