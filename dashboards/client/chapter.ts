import type { Context } from "./context";
import { h, type Child } from "./dom";

/** A part of a page: its title says the finding, its lead how to read it. */
export function chapter(id: string, title: string, lead: Child, ...content: Child[]): HTMLElement {
  return h("section", { id, tabindex: -1, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, title),
    typeof lead === "string" ? h("p", { class: "lead" }, lead) : lead,
    ...content);
}

/** Says of a part that it keeps to the whole base where the reader has chosen less. */
export function wholeBase({ facts, locale }: Context): HTMLElement | null {
  return facts.isChosen ? h("p", { class: "whole-base" }, locale.text("wholeBaseOnly")) : null;
}

/** Says of a list of customers as they are today which choices it does not follow: a customer is not silent under one product, nor in one year. */
export function customersToday({ data, facts, locale }: Context): HTMLElement | null {
  const period = facts.selection.period.kind === "all" ? [] : [locale.text("period")];
  const ignored = [...dimensionsOf(data, locale, facts.unheeded("customers_ever")), ...period.map(text => text.toLocaleLowerCase(locale.language))];
  return ignored.length > 0 ? h("p", { class: "whole-base" }, locale.text("notFilteredBy", locale.list(ignored, "conjunction"))) : null;
}

/** What of the choices a KPI does not follow, in words; none where it follows them all. */
export function unheeded({ data, facts, locale }: Context, kpi: string): string | null {
  const ignored = facts.unheeded(kpi);
  if (ignored === "all") return locale.text("notFiltered");
  return ignored.length > 0 ? locale.text("notFilteredBy", locale.list(dimensionsOf(data, locale, ignored), "conjunction")) : null;
}

function dimensionsOf(data: Context["data"], locale: Context["locale"], names: string[] | "all"): string[] {
  if (names === "all") return [];
  return names.map(name => { const found = data.dimensions.find(dimension => dimension.name === name); return found ? locale.of(found.label) : locale.text("customer"); });
}

/** The figures behind a chart, folded away: made when they are asked for. */
export function asTable(context: Pick<Context, "locale">, table: () => HTMLElement): HTMLDetailsElement {
  return unfolded("as-table", context.locale.text("asTable"), table);
}

/** What most readers leave folded is not built before they open it. */
export function unfolded(style: string, summary: string, make: () => HTMLElement): HTMLDetailsElement {
  const details = h("details", { class: style, toggle: () => { if (details.open && details.childElementCount === 1) details.append(make()); } }, h("summary", {}, summary));
  return details;
}

/** Made anew where it is open; what is folded again waits to be asked for. */
export function renew(details: HTMLDetailsElement, make: () => HTMLElement): void {
  const made = details.children[1];
  if (details.open) made?.replaceWith(make());
  else made?.remove();
}
