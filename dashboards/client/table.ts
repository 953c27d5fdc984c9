import { csv, download, type Cell } from "./csv";
import { h, type Child } from "./dom";
import type { Locale } from "./locale";

export interface Column<T> {
  label: string;
  value(row: T): Cell;
  show?(row: T): Child;
}

interface Options<T> {
  locale: Locale;
  caption: string;
  file: string;
  columns: Column<T>[];
  rows: T[];
  search?: boolean;
}

const step = 20;
/** So few more are shown with the first ones. */
const rest = 5;

/** A table that sorts by its headings, searches, shows more on demand, and downloads as CSV whole. */
export function dataTable<T>({ locale, caption, file, columns, rows, search }: Options<T>): HTMLElement {
  let shown = firstOf(rows);
  let found = rows;
  let sorted: { column: Column<T>; down: boolean } | undefined;

  const body = h("tbody", {});
  const more = h("button", { type: "button", class: "more", click: () => { shown += 5 * step; draw(); } });
  const status = h("p", { class: "status", role: "status" });
  const onPaper = h("p", { class: "on-paper" });
  const headings = columns.map(column => heading(column));

  function heading(column: Column<T>): HTMLTableCellElement {
    return h("th", { scope: "col", class: isNumber(column, rows) ? "number" : null },
      h("button", { type: "button", click: () => { sorted = { column, down: sorted?.column === column ? !sorted.down : isNumber(column, rows) }; draw(); } }, column.label));
  }

  function draw(): void {
    const ordered = sorted ? [...found].sort(by(sorted.column, sorted.down, locale.language)) : found;
    body.replaceChildren(...ordered.slice(0, shown).map(row => h("tr", {}, ...columns.map(column => cellOf(column, row, locale)))));
    headings.forEach((cell, place) => {
      if (sorted?.column === columns[place]) cell.setAttribute("aria-sort", sorted!.down ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
    more.hidden = ordered.length <= shown;
    more.textContent = locale.text("more", locale.count(Math.min(5 * step, ordered.length - shown)));
    onPaper.hidden = more.hidden;
    onPaper.textContent = locale.text("rowsOnPaper", locale.count(Math.min(shown, ordered.length)), locale.count(ordered.length));
    status.textContent = ordered.length === 0 ? locale.text("nothingFound") : locale.plural("rows", ordered.length, locale.count(ordered.length));
  }

  function find(text: string): void {
    const wanted = fold(text);
    found = rows.filter(row => columns.some(column => fold(String(column.value(row) ?? "")).includes(wanted)));
    shown = firstOf(found);
    draw();
  }

  draw();
  return h("div", { class: "data-table" },
    h("div", { class: "table-tools" },
      search && h("input", { type: "search", placeholder: locale.text("search"), "aria-label": locale.text("searchIn", caption), input: event => find((event.target as HTMLInputElement).value) }),
      status,
      h("button", { type: "button", class: "csv", click: () => download(file, csv(locale, [columns.map(column => column.label), ...rows.map(row => columns.map(column => column.value(row)))])) }, locale.text("csv"))),
    h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": locale.text("tableOf", caption) },
      h("table", {}, h("caption", { class: "unseen" }, caption), h("thead", {}, h("tr", {}, ...headings)), body)),
    onPaper, more);
}

function firstOf(rows: readonly unknown[]): number {
  return rows.length <= step + rest ? rows.length : step;
}

function cellOf<T>(column: Column<T>, row: T, locale: Locale): HTMLTableCellElement {
  const value = column.value(row);
  const content = column.show ? column.show(row) : typeof value === "number" ? locale.count(value) : value;
  return h("td", { class: typeof value === "number" ? "number" : null }, content ?? "–");
}

function isNumber<T>(column: Column<T>, rows: T[]): boolean {
  return rows.some(row => typeof column.value(row) === "number");
}

function by<T>(column: Column<T>, down: boolean, language: string): (a: T, b: T) => number {
  return (first, second) => {
    const [a, b] = [column.value(first), column.value(second)];
    if (a === null || a === undefined || b === null || b === undefined) return Number(a === null || a === undefined) - Number(b === null || b === undefined);
    const order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), language);
    return down ? -order : order;
  };
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
