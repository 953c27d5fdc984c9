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
  return facts.isFiltered ? h("p", { class: "whole-base" }, locale.text("wholeBaseOnly")) : null;
}

/** The figures behind a chart, folded away. */
export function asTable({ locale }: Pick<Context, "locale">, table: HTMLElement): HTMLElement {
  return h("details", { class: "as-table" }, h("summary", {}, locale.text("asTable")), table);
}
