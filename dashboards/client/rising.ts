import { chance } from "./chance";
import { customersToday } from "./chapter";
import type { Context } from "./context";
import { h } from "./dom";
import type { RisingCustomer } from "./pageData";
import { reasonsFor } from "./reason";
import { dataTable } from "./table";
import { isUnproven } from "./verdict";
import { ownerColumn, who } from "./who";

/** The future 20/80: who may enter the top fifth over the horizon, the likeliest first. */
export function rising(context: Context): HTMLElement | null {
  const { data, facts, locale } = context;
  const rows = data.rising.filter(row => facts.includes(row.account));
  if (rows.length === 0) return null;
  const days = rows.find(row => row.horizonDays !== undefined)?.horizonDays;
  const expected = days === undefined ? locale.text("expectedAmount") : locale.text(`expectedIn.${data.cards.isMargin ? "margin" : "revenue"}`, locale.wholeDays(days));
  return h("section", { id: "rising", tabindex: -1, "aria-labelledby": "rising-title" },
    h("h2", { id: "rising-title" }, locale.plural("risingTitle", rows.length, locale.count(rows.length))),
    h("p", { class: "lead" }, locale.text("risingReads"), isUnproven(context) && ` ${locale.text("potentialUnproven")}`),
    customersToday(context),
    dataTable<RisingCustomer>({
      locale, rows, search: true, caption: locale.text("rising"), file: "future-20-80.csv",
      columns: [
        { label: locale.text("customer"), value: row => row.name, show: row => who(context, row) },
        ...ownerColumn(locale, rows),
        { label: locale.text("probabilityTop"), value: row => row.probability, show: row => chance(locale.chance(row.probability), row.probability, "better") },
        { label: expected, value: row => row.expectedAmount, show: row => locale.value("amount", row.expectedAmount) },
        { label: locale.text("revenueOfYear"), value: row => row.revenue, show: row => locale.value("amount", row.revenue) },
        { label: locale.text("lastOrder"), value: row => row.lastOrder, show: row => row.lastOrder && h("span", {}, locale.shortDay(row.lastOrder), row.droppedOff && h("small", {}, locale.text("droppedOffSince", locale.shortDay(row.droppedOff)))) },
        { label: locale.text("reasons"), value: row => reasonsFor(locale, row.reasons), show: row => h("span", { class: "reasons" }, reasonsFor(locale, row.reasons)), onPhone: "line" },
      ],
    }));
}
