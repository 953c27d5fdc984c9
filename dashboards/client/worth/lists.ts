import type { Context } from "../context";
import { h, named } from "../dom";
import type { WorthyCustomer } from "../pageData";
import { dataTable, type Column } from "../table";

/** Customers that cost more to serve than they bring, the largest loss first. */
export function unprofitable({ data, locale }: Context): HTMLElement | null {
  const found = data.worth.unprofitable;
  if (!found) return null;
  const rows = data.worth.customers.filter(customer => customer.profit !== undefined && customer.profit < 0).sort((a, b) => a.profit! - b.profit!);
  return h("section", { id: "unprofitable", tabindex: -1, "aria-labelledby": "unprofitable-title" },
    h("h2", { id: "unprofitable-title" }, found.customers > 0
      ? locale.plural("unprofitableTitle", found.customers, locale.count(found.customers), locale.value("amount", found.loss))
      : locale.text("unprofitableNone", locale.count(found.known))),
    h("p", { class: "lead" }, locale.text("unprofitableLead", locale.count(found.known)), " ", locale.text("ofWholeBase")),
    rows.length > 0 && dataTable<WorthyCustomer>({
      locale, rows, search: true, caption: locale.text("unprofitableCaption"), file: "unprofitable-customers.csv",
      columns: [
        ...who(locale),
        { label: locale.text("profit"), value: row => row.profit, show: row => locale.signed("amount", row.profit!) },
        { label: locale.text("costToServe"), value: row => row.costToServe, show: row => locale.value("amount", row.costToServe) },
        { label: locale.text("revenue"), value: row => row.revenue, show: row => locale.value("amount", row.revenue) },
        { label: locale.text("lastOrder"), value: row => row.lastOrder, show: row => row.lastOrder && locale.shortDay(row.lastOrder) },
      ],
    }));
}

/** In the top fifth today and the least likely to stay there. */
export function falling({ data, locale }: Context): HTMLElement | null {
  const rows = data.worth.customers.filter(customer => customer.fallingStar).sort((a, b) => (a.topChance ?? 1) - (b.topChance ?? 1));
  if (rows.length === 0) return null;
  const year = rows.reduce((sum, row) => sum + (row.revenueOfYear ?? 0), 0);
  return h("section", { id: "falling", tabindex: -1, "aria-labelledby": "falling-title" },
    h("h2", { id: "falling-title" }, locale.plural("fallingTitle", rows.length, locale.count(rows.length), locale.value("amount", Math.round(year)))),
    h("p", { class: "lead" }, locale.text("fallingLead"), " ", locale.text("ofWholeBase")),
    dataTable<WorthyCustomer>({
      locale, rows, search: true, caption: locale.text("fallingCaption"), file: "falling-stars.csv",
      columns: [
        ...who(locale),
        { label: locale.text("stayChance"), value: row => row.topChance, show: row => locale.value("ratio", row.topChance) },
        { label: locale.text("revenueOfYear"), value: row => row.revenueOfYear, show: row => locale.value("amount", row.revenueOfYear) },
        { label: locale.text("lastOrder"), value: row => row.lastOrder, show: row => row.lastOrder && locale.shortDay(row.lastOrder) },
      ],
    }));
}

function who(locale: Context["locale"]): Column<WorthyCustomer>[] {
  return [
    { label: locale.text("customer"), value: row => row.name, show: row => named(row.name) },
    { label: locale.text("owner"), value: row => row.owner, show: row => row.owner && named(row.owner) },
  ];
}
