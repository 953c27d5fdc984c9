import type { Context } from "./context";
import { h, named } from "./dom";
import type { Language } from "./pageData";

const languages: [Language, string, string][] = [["fr", "FR", "Français"], ["en", "EN", "English"]];

/** Title, as-of date, range, what the figures rest on, and the language. */
export function header(context: Context): HTMLElement {
  const { data: { run }, locale } = context;
  const notes = [
    run.salesBasis === "won_opportunities" && locale.text("basisWon"),
    run.salesBasis === "none" && locale.text("basisNone"),
    !locale.currency && locale.text("noCurrency"),
  ].filter(note => note !== false);
  return h("header", { class: "page-header" },
    h("div", {},
      h("h1", {}, named(run.title)),
      h("p", { class: "dates" }, h("strong", { id: "as-of" }, locale.text("asOf", locale.day(run.asOf))),
        run.dataFrom && run.dataTo && ` · ${locale.text("range", locale.day(run.dataFrom), locale.day(run.dataTo))}`),
      ...notes.map(note => h("p", { class: "note" }, note))),
    h("div", { class: "languages", role: "group", "aria-label": locale.text("language") },
      ...languages.map(([language, short, name]) => h("button", {
        type: "button", lang: language, "aria-pressed": String(locale.language === language), "data-lang": language,
        click: () => context.choose({ lang: language }),
      }, short, h("span", { class: "unseen" }, ` ${name}`)))));
}

export const sections = ["overview", "segments", "pareto", "watch", "trust", "data"] as const;

export function navigation({ locale }: Context): HTMLElement {
  return h("nav", { "aria-label": locale.text("sections") },
    h("ul", {}, ...sections.map(section => h("li", {}, h("button", { type: "button", click: () => goTo(section) }, locale.text(section))))));
}

/** Moves the reader without touching the address, which holds the choices. */
export function goTo(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}
