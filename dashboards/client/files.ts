import { exportLabel, type Context } from "./context";
import { h, isolated, named } from "./dom";
import type { Locale } from "./locale";
import type { SourceFile } from "./pageData";

/** One file: where its rows went, how it was read, which columns were understood, and what was rejected, by cause. */
export function fileCard(context: Context, file: SourceFile): HTMLElement {
  const { locale } = context;
  return h("details", { class: file.table ? "card file" : "card file file-ignored", "data-file": file.name.slice(0, 200) },
    h("summary", {},
      h("span", { class: "file-name" }, named(file.name)),
      h("span", { class: "file-table" }, file.table ? locale.text("readAs", exportLabel(context, file.table)) : locale.text("ignoredFile")),
      h("span", { class: "file-balance" }, file.table ? balance(locale, file) : file.note && locale.code("fileNote", file.note)),
      keptBar(file)),
    file.table && file.note && h("p", {}, locale.code("fileNote", file.note)),
    facts(locale, file),
    columns(locale, file),
    rejects(locale, file));
}

function balance(locale: Locale, { read, kept, rejected }: SourceFile): string {
  return locale.text(read === kept + rejected ? "balance" : "unbalanced", locale.count(read), locale.count(kept), locale.count(rejected));
}

function keptBar({ read, kept }: SourceFile): HTMLElement {
  return h("span", { class: "kept", "aria-hidden": "true" }, h("span", { style: `inline-size:${read > 0 ? (100 * kept) / read : 0}%` }));
}

function facts(locale: Locale, file: SourceFile): HTMLElement {
  const separator = file.separator === "\t" ? locale.text("tab") : file.separator;
  const known = [[locale.text("crm"), file.crm], [locale.text("encoding"), file.encoding], [locale.text("separator"), separator]] as const;
  return h("dl", { class: "inline" }, ...known.flatMap(([term, value]) => (value ? [h("div", {}, h("dt", {}, term), h("dd", {}, named(value)))] : [])));
}

function columns(locale: Locale, file: SourceFile): HTMLElement | null {
  if (file.columns.length === 0) return null;
  return h("div", {},
    h("h3", {}, locale.text("columns")),
    h("ul", { class: "columns" }, ...file.columns.map(column => h("li", { class: `chip chip-${column.decision}` },
      named(column.header),
      column.name && column.name !== column.header && h("span", {}, ` → ${isolated(column.name)}`),
      column.decision !== "understood" && h("em", {}, ` ${locale.code("decision", column.decision)}`)))));
}

function rejects(locale: Locale, file: SourceFile): HTMLElement | null {
  if (file.rejects.length === 0) return null;
  return h("div", {},
    h("h3", {}, locale.text("rejects")),
    ...file.rejects.map(cause => h("div", { class: "cause" },
      h("p", {}, locale.plural(cause.rowRejected ? "rejectedRows" : "rejectedValues", cause.count, isolated(locale.of(cause.label)), locale.count(cause.count))),
      h("ul", { class: "plain sample" }, ...cause.sample.map(reject => h("li", {},
        reject.line !== undefined && locale.text("line", locale.count(reject.line)),
        reject.column && `, ${isolated(reject.column)}`,
        reject.value !== undefined && h("code", {}, named(reject.value))))))));
}
