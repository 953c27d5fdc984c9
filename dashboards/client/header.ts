import type { Context } from "./context";
import { h, named } from "./dom";
import type { Language } from "./pageData";
import type { PageName } from "./pages";
import { writeState, type State } from "./state";

const languages: [Language, string, string][] = [["fr", "FR", "Français"], ["en", "EN", "English"]];

/** Title, as-of date, range, what the figures rest on, and the language. */
export function header(context: Context, views: HTMLElement): HTMLElement {
  const { data: { run }, locale } = context;
  const notes = [
    run.salesBasis === "won_opportunities" && locale.text("basisWon"),
    run.salesBasis === "none" && locale.text("basisNone"),
    !locale.currency && locale.text("noCurrency"),
  ].filter(note => note !== false);
  return h("header", { class: "page-header" },
    h("div", {},
      h("h1", {}, named(titleOf(context))),
      h("p", { class: "dates" }, h("strong", { id: "as-of" }, locale.text("asOf", locale.day(run.asOf))),
        run.dataFrom && run.dataTo && ` · ${locale.text("range", locale.day(run.dataFrom), locale.day(run.dataTo))}`),
      ...notes.map(note => h("p", { class: "note" }, note))),
    h("div", { class: "header-tools" }, views, h("div", { class: "languages", role: "group", "aria-label": locale.text("language") },
      ...languages.map(([language, short, name]) => h("button", {
        type: "button", lang: language, "aria-pressed": String(locale.language === language), "data-lang": language,
        click: () => context.choose({ lang: language }),
      }, short, h("span", { class: "unseen" }, ` ${name}`))))));
}

/** The company; a page without names has a dash for it. */
export function titleOf({ data: { run }, locale }: Pick<Context, "data" | "locale">): string {
  return run.title === "–" ? locale.text("nameless") : run.title;
}

/** The pages' names as links: the address holds the choices, so that one can be sent or opened beside another. */
export function navigation({ data, locale, state }: Context): HTMLElement {
  return h("nav", { "aria-label": locale.text("sections") },
    h("ul", {}, ...data.pages.map(page => h("li", {},
      h("a", { href: addressOf({ ...state, page }), "data-page": page }, locale.text(page))))));
}

/** Marks the open page, and carries the choices over to the others. */
export function markOpen(nav: HTMLElement, state: State): void {
  for (const link of nav.querySelectorAll<HTMLAnchorElement>("a")) {
    link.href = addressOf({ ...state, page: link.dataset["page"] as PageName });
    if (link.dataset["page"] === state.page) {
      if (!link.hasAttribute("aria-current")) requestAnimationFrame(() => link.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" }));
      link.setAttribute("aria-current", "page");
    } else link.removeAttribute("aria-current");
  }
}

/** In full: a link that is only "#…" promises a place on this page. */
function addressOf(state: State): string {
  return location.href.split("#")[0] + writeState(state);
}

export function goTo(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}
