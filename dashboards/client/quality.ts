import { unfolded } from "./chapter";
import { leftOut } from "./leftOut";
import { exportLabel, isPart, type Context } from "./context";
import { h, isolated, named } from "./dom";
import { duplicates } from "./duplicates";
import { fileCard } from "./files";
import type { Check, Link, Localised, SourceFile } from "./pageData";

/** What was read, kept, rejected, reconciled, checked, and what is missing. */
export function quality(context: Context): HTMLElement {
  const { data: { quality: found }, locale } = context;
  const sum = (part: "read" | "kept" | "rejected") => found.files.reduce((total, file) => total + file[part], 0);
  const [read, kept, rejected] = [sum("read"), sum("kept"), sum("rejected")];
  return h("section", { id: "data", tabindex: -1, "aria-labelledby": "data-title" },
    h("h2", { id: "data-title" }, locale.text(read === kept + rejected ? "dataTitle" : "dataBroken", locale.count(read), locale.count(kept), locale.count(rejected))),
    h("div", { class: "files" }, ...inOrder(found.files, locale.language).map(file => fileCard(context, file))),
    assumptions(locale, found.assumptions),
    leftOut(locale, found.causes),
    duplicates(locale, found.duplicates),
    h("div", { class: "cards" },
      h("article", { class: "card" }, h("h3", {}, locale.text("links")), links(context, found.links)),
      h("article", { class: "card" }, h("h3", {}, locale.text("checks")), checks(locale, found.checks)),
      h("article", { class: "card wide" }, h("h3", {}, locale.text("missing")), missing(context))));
}

/** By name, as people count: the second file before the tenth. */
function inOrder(files: readonly SourceFile[], language: string): SourceFile[] {
  return [...files].sort((a, b) => a.name.localeCompare(b.name, language, { numeric: true }));
}

/** What the exports leave open, and what was taken for granted. */
function assumptions(locale: Context["locale"], found: Localised[]): HTMLElement | null {
  if (found.length === 0) return null;
  return h("article", { class: "card", id: "assumptions" },
    h("h3", {}, locale.text("assumptions")),
    h("ul", { class: "plain" }, ...found.map(assumption => h("li", {}, named(locale.of(assumption))))));
}

const firstLinks = 6;

/** Those that most rows rest on; the others when asked for. */
function links(context: Context, found: Link[]): HTMLElement {
  const { locale } = context;
  if (found.length === 0) return h("p", {}, locale.text("noLinks"));
  const list = (some: Link[]) => h("ul", { class: "plain" }, ...some.map(link => h("li", {}, linked(context, link))));
  if (found.length <= firstLinks + 2) return list(found);
  return h("div", {}, list(found.slice(0, firstLinks)), unfolded("as-table", locale.text("moreLinks", locale.count(found.length - firstLinks)), () => list(found.slice(firstLinks))));
}

function linked(context: Context, link: Link): string {
  const { locale } = context;
  const where = locale.list(link.table.split(", ").map(table => exportLabel(context, table)), "conjunction");
  const [value, rows] = [isolated(link.value ?? ""), locale.count(link.rows)];
  return link.matchedTo
    ? locale.plural("link", link.rows, value, isolated(link.matchedTo), rows, where)
    : locale.plural("unlinked", link.rows, value, rows, where);
}

function checks(locale: Context["locale"], found: Check[]): HTMLElement {
  const failed = found.filter(check => check.failures > 0);
  if (found.length === 0) return h("p", {}, locale.text("noChecks"));
  if (failed.length === 0) return h("p", {}, locale.plural("checksPass", found.length, locale.count(found.length)));
  return h("div", { class: "failed" },
    h("p", {}, locale.plural("checksFail", failed.length, locale.count(failed.length))),
    h("ul", { class: "plain" }, ...failed.map(check => h("li", {},
      h("b", {}, named(check.name)), " – ", locale.plural("failures", check.failures, locale.count(check.failures)),
      check.sample && h("div", { class: "sample" }, named(check.sample))))));
}

/** For each export that lacks: the figures and the dimensions that it would bring. */
function missing(context: Context): HTMLElement {
  const { data, locale } = context;
  const brings = new Map<string, string[]>();
  const add = (source: string, label: string) => brings.set(source, [...(brings.get(source) ?? []), label]);
  for (const kpi of data.kpis) for (const source of kpi.missing) if (source !== "scores") add(source, locale.of(kpi.label));
  for (const dimension of data.dimensions) if (dimension.segments === 0 && dimension.broughtBy) add(dimension.broughtBy, locale.of(dimension.label));
  if (brings.size === 0) return h("p", {}, locale.text("missingNothing"));
  return h("ul", { class: "plain" }, ...[...brings].map(([source, labels]) => h("li", {},
    locale.text(isPart(context, source) ? "bringsPart" : "brings", exportLabel(context, source), locale.list(labels, "conjunction")))));
}
