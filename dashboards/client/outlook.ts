import { asTable, chapter, wholeBase } from "./chapter";
import type { Context } from "./context";
import { h, svg } from "./dom";
import type { Outlook } from "./pageData";
import { dataTable } from "./table";

const height = 34;

/** How the year should end against its target: done solid, expected hatched with its interval, aimed at outlined, all on one scale. */
export function outlook(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const rows = data.outlook;
  const first = rows[0];
  if (!first || !rows.some(isOpen)) return null;
  const scale = Math.max(...rows.flatMap(row => [row.forecast, row.high ?? 0, row.target ?? 0, row.soFar])) * 1.04 || 1;
  return chapter("outlook", titleOf(locale, first), h("p", { class: "lead" }, reads(locale, first)), wholeBase(context),
    h("div", { class: "card" },
      h("ul", { class: "outlooks" }, ...rows.map(row => h("li", { class: "outlook", "data-measure": row.measure },
        h("span", { class: "rung-label" }, locale.code("measure", row.measure)),
        drawing(row, scale),
        h("span", { class: "outlook-value" }, h("b", {}, locale.value("amount", Math.round(row.forecast))), row.target !== undefined && h("small", {}, differenceOf(locale, row)))))),
      h("ul", { class: "legend" }, ...keysOf(rows).map(key => h("li", { class: `key-outlook-${key}` }, locale.text(`outlook.${key}`))))),
    rows.some(row => row.target !== undefined) && h("p", { class: "rule" }, locale.text("outlookRule")),
    asTable(context, () => table(context, rows)));
}

/** Something is left to say of it: months to come, or a target that was met or missed. */
function isOpen(row: Outlook): boolean {
  return row.monthsToCome > 0 || row.target !== undefined;
}

function yearOf(row: Outlook): string {
  return row.yearStart.slice(0, 4);
}

/** Above or below only where the interval leaves the target out. */
export function standingOf({ target, low, high, forecast, monthsToCome }: Outlook): "above" | "below" | "within" | "done" | "alone" {
  if (target === undefined) return "alone";
  if (monthsToCome === 0) return "done";
  if ((low ?? forecast) > target) return "above";
  return (high ?? forecast) < target ? "below" : "within";
}

function titleOf(locale: Context["locale"], row: Outlook): string {
  const amount = (value: number) => locale.value("amount", Math.round(value));
  const name = locale.code("measure", row.measure);
  const standing = standingOf(row);
  if (standing === "done") return locale.text("outlookDone", name, yearOf(row), amount(row.soFar), locale.ratio(row.soFar / row.target!));
  return locale.text(`outlookTitle.${standing}`, name, yearOf(row), amount(row.forecast), row.target === undefined ? "" : amount(row.target));
}

function reads(locale: Context["locale"], row: Outlook): string {
  if (row.monthsToCome === 0) return locale.text("outlookOver", yearOf(row));
  return locale.text("outlookReads", locale.month(row.lastMonth), locale.count(row.monthsToCome), locale.text(row.rule === "same_month_last_year" ? "outlookSame" : "outlookScaled"));
}

function differenceOf(locale: Context["locale"], row: Outlook): string {
  return locale.text("outlookDifference", locale.signed("amount", Math.round(row.forecast - row.target!)));
}

function keysOf(rows: Outlook[]): ("done" | "expected" | "target" | "interval")[] {
  const some = (is: (row: Outlook) => boolean) => rows.some(is);
  return ([["done", true], ["expected", some(row => row.monthsToCome > 0)], ["target", some(row => row.target !== undefined)], ["interval", some(row => row.monthsToCome > 0 && row.low !== undefined)]] as const)
    .flatMap(([key, is]) => (is ? [key] : []));
}

function drawing(row: Outlook, scale: number): SVGSVGElement {
  const at = (value: number) => `${((100 * Math.max(0, value)) / scale).toFixed(2)}%`;
  const pattern = `hatch-${row.measure}`;
  const whisker = row.monthsToCome > 0 && row.low !== undefined && row.high !== undefined && { from: at(row.low), to: at(row.high) };
  return svg("svg", { class: "outlook-drawing", "aria-hidden": "true" },
    svg("defs", {}, svg("pattern", { id: pattern, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, svg("line", { class: "hatch", x1: 0, x2: 0, y1: 0, y2: 6 }))),
    row.target !== undefined && svg("rect", { class: "outlook-target", x: 0, y: 1, width: at(row.target), height: height - 2 }),
    svg("rect", { class: "outlook-done", x: 0, y: 8, width: at(row.soFar), height: height - 16 }),
    row.monthsToCome > 0 && svg("rect", { class: "outlook-expected", x: at(row.soFar), y: 8, width: at(row.forecast - row.soFar), height: height - 16, fill: `url(#${pattern})` }),
    whisker && svg("line", { class: "whisker", x1: whisker.from, x2: whisker.to, y1: height / 2, y2: height / 2 }));
}

function table({ locale }: Context, rows: Outlook[]): HTMLElement {
  const amount = (label: string, of: (row: Outlook) => number | undefined) => ({ label, value: of, show: (row: Outlook) => locale.value("amount", of(row)) });
  return dataTable<Outlook>({
    locale, rows, caption: locale.text("outlookCaption"), file: "outlook.csv",
    columns: [
      { label: locale.text("metric"), value: row => locale.code("measure", row.measure) },
      amount(locale.text("outlook.done"), row => row.soFar), amount(locale.text("outlook.expected"), row => row.forecast),
      amount(locale.text("low"), row => row.low), amount(locale.text("high"), row => row.high), amount(locale.text("outlook.target"), row => row.target),
    ],
  });
}
