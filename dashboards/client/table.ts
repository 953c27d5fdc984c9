import { csv, download, type Cell } from "./csv";
import { h, type Child } from "./dom";
import { fold, wordsOf } from "./fold";
import type { Locale } from "./locale";

export interface Column<T> {
  label: string;
  value(row: T): Cell;
  show?(row: T): Child;
  /** How it stands where a phone shows each row as a card: it names the row, or takes a whole line. The first text names it where no column says so. */
  onPhone?: "name" | "line";
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
/** A screen shows so many until more are asked for; paper has room for a step. */
const first = 10;
/** So few more are shown with the first ones. */
const rest = 5;
/** More rows than this scroll within the table, under its headings. */
const tall = 25;
/** A table of more columns than a phone has room for. */
const wide = 3;

/** Sent to what makes more of itself for a sheet of paper. */
export const paper = "paper";

/** The lists and rows that only a sheet of paper has room for are made when there is to be one: at each choice they would cost as much as those that are seen. */
export function fillPaper(): void {
  for (const kind of [".lists-on-paper", "tbody"]) for (const element of document.querySelectorAll(kind)) element.dispatchEvent(new Event(paper));
}

/** A table that sorts by its headings, searches, shows more on demand, and downloads as CSV whole. */
export function dataTable<T>({ locale, caption, file, columns, rows, search }: Options<T>): HTMLElement {
  let shown = step;
  let isFolded = true;
  let found = rows;
  let sorted: { column: Column<T>; down: boolean } | undefined;
  let forPaper: readonly T[] = [];

  const body = h("tbody", {});
  body.addEventListener(paper, () => { body.append(...forPaper.map(row => rowOf(row, "on-paper-only"))); forPaper = []; });
  const more = h("button", { type: "button", class: "more", click: () => { shown = seen(found) + 5 * step; isFolded = false; draw(); } });
  const status = h("p", { class: "status", role: "status" });
  const onPaper = h("p", { class: "on-paper" });
  const numbers = new Set(columns.filter(column => typeof firstKnown(rows, column) === "number"));
  const headings = columns.map(column => heading(column));
  const name = columns.find(column => column.onPhone === "name") ?? columns.find(column => !numbers.has(column));
  const scroll = h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": locale.text("tableOf", caption) },
    h("table", {}, h("caption", { class: "unseen" }, caption), h("thead", { "data-label": locale.text("sortBy") }, h("tr", {}, ...headings)), body));

  function seen(ordered: readonly T[]): number {
    return isFolded ? few(ordered, first) : few(ordered, shown);
  }

  function stylesOf(column: Column<T>): string | null {
    const onPhone = column === name ? "name" : column.onPhone;
    return [numbers.has(column) && "number", onPhone && `cell-${onPhone}`].filter(Boolean).join(" ") || null;
  }

  function heading(column: Column<T>): HTMLTableCellElement {
    return h("th", { scope: "col", class: numbers.has(column) ? "number" : null },
      h("button", { type: "button", click: () => { sorted = { column, down: sorted?.column === column ? !sorted.down : numbers.has(column) }; draw(); } }, column.label));
  }

  function rowOf(row: T, style: string | null): HTMLTableRowElement {
    return h("tr", { class: style }, ...columns.map(column => cellOf(column, row, locale, stylesOf(column))));
  }

  function draw(): void {
    const [made, visible] = [few(found, shown), seen(found)];
    const ordered = sorted ? firstOf(found, made, by(sorted.column, sorted.down, locale.language)) : found;
    body.replaceChildren(...ordered.slice(0, visible).map(row => rowOf(row, null)));
    forPaper = ordered.slice(visible, made);
    scroll.classList.toggle("tall", visible > tall);
    headings.forEach((cell, place) => {
      if (sorted?.column === columns[place]) cell.setAttribute("aria-sort", sorted!.down ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
    more.hidden = found.length <= visible;
    more.textContent = locale.text("more", locale.count(Math.min(5 * step, found.length - visible)));
    onPaper.hidden = found.length <= made;
    onPaper.textContent = locale.text("rowsOnPaper", locale.count(made), locale.count(found.length));
    status.textContent = found.length === 0 ? locale.text("nothingFound") : locale.plural("rows", found.length, locale.count(found.length));
  }

  /** Of each row all that it says, folded at the first search; no search holds the end of a line. */
  let folded: string[] | undefined;

  function find(text: string): void {
    const wanted = wordsOf(text);
    const texts = folded ??= rows.map(row => fold(columns.map(column => column.value(row) ?? "").join("\n")));
    found = rows.filter((_, place) => wanted.every(word => texts[place]!.includes(word)));
    [shown, isFolded] = [step, true];
    draw();
  }

  draw();
  return h("div", { class: columns.length > wide ? "data-table stacks" : "data-table" },
    h("div", { class: "table-tools" },
      search && h("input", { type: "search", placeholder: locale.text("search"), "aria-label": locale.text("searchIn", caption), input: event => find((event.target as HTMLInputElement).value) }),
      status,
      h("button", { type: "button", class: "csv", click: () => download(file, csv(locale, [columns.map(column => column.label), ...rows.map(row => columns.map(column => column.value(row)))])) }, locale.text("csv"))),
    scroll, onPaper, more);
}

function firstKnown<T>(rows: readonly T[], column: Column<T>): Cell {
  for (const row of rows) {
    const value = column.value(row);
    if (value !== null && value !== undefined) return value;
  }
  return null;
}

/** As many as wanted, or all where that leaves only a few out. */
function few(rows: readonly unknown[], wanted: number): number {
  return rows.length <= wanted + rest ? rows.length : wanted;
}

function cellOf<T>(column: Column<T>, row: T, locale: Locale, styles: string | null): HTMLTableCellElement {
  const value = column.value(row);
  const content = column.show ? column.show(row) : typeof value === "number" ? locale.count(value) : value;
  return h("td", { class: styles, "data-label": column.label }, content ?? "–");
}

function by<T>(column: Column<T>, down: boolean, language: string): (a: T, b: T) => number {
  return (first, second) => {
    const [a, b] = [column.value(first), column.value(second)];
    if (a === null || a === undefined || b === null || b === undefined) return Number(a === null || a === undefined) - Number(b === null || b === undefined);
    const order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), language);
    return down ? -order : order;
  };
}

/** The first rows of an order, as a stable sort puts them; of many thousands the others are not ordered. */
function firstOf<T>(rows: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  const first: T[] = [];
  if (count === 0) return first;
  for (const row of rows) {
    if (first.length === count && compare(row, first[count - 1]!) >= 0) continue;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(row, first[middle]!) < 0) high = middle;
      else low = middle + 1;
    }
    first.splice(low, 0, row);
    first.length = Math.min(first.length, count);
  }
  return first;
}
