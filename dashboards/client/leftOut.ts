import { h, isolated, named } from "./dom";
import type { Locale } from "./locale";
import type { Cause } from "./pageData";

/** What was left out, by cause and over all files, with examples and what usually mends it. */
export function leftOut(locale: Locale, found: Cause[]): HTMLElement | null {
  if (found.length === 0) return null;
  const all = found.reduce((sum, cause) => sum + cause.rows + cause.cells, 0);
  const shown = found.reduce((sum, cause) => sum + cause.sample.length, 0);
  return h("section", { id: "left-out", "aria-labelledby": "left-out-title" },
    h("h3", { id: "left-out-title" }, locale.text("leftOutTitle")),
    h("p", { class: "rule" }, shown < all ? locale.text("leftOutSome", locale.count(shown), locale.count(all)) : locale.text("leftOutAll")),
    h("div", { class: "cards" }, ...found.map(cause => card(locale, cause))));
}

function card(locale: Locale, cause: Cause): HTMLElement {
  return h("article", { class: "card" },
    h("h4", {}, locale.capital(named(locale.of(cause.label)).textContent ?? "")),
    h("p", {}, [
      cause.rows > 0 && locale.plural("causeRows", cause.rows, locale.count(cause.rows)),
      cause.cells > 0 && locale.plural("causeCells", cause.cells, locale.count(cause.cells)),
    ].filter(Boolean).join(locale.text("causeAnd"))),
    locale.of(cause.remedy) && h("p", {}, locale.of(cause.remedy)),
    h("ul", { class: "plain sample" }, ...cause.sample.map(example => h("li", {},
      isolated(example.file),
      example.line !== undefined && `, ${locale.text("line", locale.count(example.line))}`,
      example.column && `, ${isolated(example.column)}`,
      example.value !== undefined && h("code", {}, named(example.value))))));
}
