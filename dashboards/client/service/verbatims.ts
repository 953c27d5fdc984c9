import { wholeBase } from "../chapter";
import type { Context } from "../context";
import { h, named, shorten } from "../dom";
import type { Verbatim } from "../pageData";
import { dataTable } from "../table";

/** What customers wrote, in their words. */
export function verbatims(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const found = data.service.verbatims;
  if (found.length === 0) return null;
  return h("section", { id: "verbatims", tabindex: -1, "aria-labelledby": "verbatims-title" },
    h("h2", { id: "verbatims-title" }, locale.text("verbatimsTitle")),
    wholeBase(context),
    dataTable<Verbatim>({
      locale, rows: found, search: true, caption: locale.text("verbatim"), file: "verbatims.csv",
      columns: [
        { label: locale.text("date"), value: row => row.day, show: row => row.day && locale.shortDay(row.day) },
        { label: locale.text("customer"), value: row => row.customer, show: row => row.customer && named(row.customer), onPhone: "name" },
        { label: locale.text("score"), value: row => row.score, show: row => locale.value("score", row.score) },
        { label: locale.text("verbatim"), value: row => row.text, show: row => h("p", { class: "verbatim" }, h("span", { dir: "auto" }, shorten(row.text, 1000))), onPhone: "line" },
      ],
    }));
}
