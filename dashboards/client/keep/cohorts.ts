import { chapter, wholeBase } from "../chapter";
import type { Context } from "../context";
import { h } from "../dom";
import type { Cohort, Day } from "../pageData";
import { leading } from "../who";

/** Customers by the quarter of their first order, and the share of them that ordered in each quarter after. */
export function cohorts(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const rows = data.keep.cohorts;
  const starts = [...new Set(rows.map(row => row.start))];
  if (starts.length < 2) return null;
  const ages = Math.max(...rows.map(row => row.age));
  const found = new Map(rows.map(row => [`${row.start} ${row.age}`, row]));
  const heading = (text: string) => h("th", { scope: "col", class: "number" }, text);
  return chapter("cohorts", titleOf(locale, rows), locale.text("cohortsReads"), wholeBase(context),
    h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": locale.text("tableOf", locale.text("cohortsTitle")) },
      h("table", { class: "heat" },
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, locale.text("firstOrder")), heading(locale.text("customers")),
          ...Array.from({ length: ages }, (_, age) => heading(`+${age + 1}`)))),
        h("tbody", {}, ...starts.map(start => h("tr", {},
          h("th", { scope: "row" }, locale.period({ kind: "quarter", start })),
          h("td", { class: "number" }, leading(context, { first: start, period: "all" }, locale.count(found.get(`${start} 0`)?.customers ?? 0))),
          ...Array.from({ length: ages }, (_, age) => cell(context, found.get(`${start} ${age + 1}`)))))))));
}

/** Of all the cohorts whose next quarter is over. */
function titleOf(locale: Context["locale"], rows: Cohort[]): string {
  const next = rows.filter(row => row.age === 1 && row.isComplete);
  const [active, customers] = [next.reduce((sum, row) => sum + row.active, 0), next.reduce((sum, row) => sum + row.customers, 0)];
  return customers > 0 ? locale.text("cohortsTitleShare", locale.ratio(active / customers)) : locale.text("cohortsTitle");
}

/** Leads to those who ordered in that quarter. */
function cell(context: Context, row: Cohort | undefined): HTMLElement {
  const { locale } = context;
  if (row === undefined || row.value === undefined || !row.isComplete) return h("td", {});
  const share = row.value;
  const said = h("span", { title: locale.text("cohortDetail", locale.count(row.active), locale.count(row.customers), locale.value("amount", row.revenue)) }, locale.wholeRatio(share));
  return h("td", { class: row.customers < 10 ? "number few-cell" : "number", style: `--share:${(100 * share).toFixed(0)}%` },
    row.active === 0 ? said : leading(context, { first: row.start, period: `quarter:${monthsAfter(row.start, 3 * row.age)}` }, said));
}

/** From the first of a month to that of another. */
function monthsAfter(start: Day, months: number): Day {
  const [year, month] = start.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}
