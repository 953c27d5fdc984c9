import { chance } from "../chance";
import { customersToday } from "../chapter";
import type { Context } from "../context";
import { h } from "../dom";
import { isUnproven } from "../verdict";
import { ownerColumn, who } from "../who";
import type { WorthyCustomer } from "../pageData";
import { reasonsAgainst } from "../reason";
import { dataTable, type Column } from "../table";

/** Customers that cost more to serve than they bring, the largest loss first. */
export function unprofitable(context: Context): HTMLElement | null {
  const { data, facts, locale } = context;
  const found = data.worth.unprofitable;
  if (!found) return null;
  const rows = data.worth.customers.filter(customer => customer.profit !== undefined && customer.profit < 0 && facts.includes(customer.account)).sort((a, b) => a.profit! - b.profit!);
  return h("section", { id: "unprofitable", tabindex: -1, "aria-labelledby": "unprofitable-title" },
    h("h2", { id: "unprofitable-title" }, title(context, rows)),
    h("p", { class: "lead" }, locale.text("unprofitableLead", locale.count(found.known))),
    customersToday(context),
    rows.length > 0 && dataTable<WorthyCustomer>({
      locale, rows, search: true, caption: locale.text("unprofitableCaption"), file: "unprofitable-customers.csv",
      columns: [
        ...nameAndOwner(context, rows),
        { label: locale.text("profit"), value: row => row.profit, show: row => locale.signed("amount", row.profit!) },
        { label: locale.text("costToServe"), value: row => row.costToServe, show: row => locale.value("amount", row.costToServe) },
        { label: locale.text("revenue"), value: row => row.revenue, show: row => locale.value("amount", row.revenue) },
        { label: locale.text("lastOrder"), value: row => row.lastOrder, show: row => row.lastOrder && locale.shortDay(row.lastOrder) },
      ],
    }));
}

/** In the top fifth today and the least likely to stay there. */
export function falling(context: Context): HTMLElement | null {
  const { data, facts, locale } = context;
  const rows = data.worth.customers.filter(customer => customer.fallingStar && facts.includes(customer.account)).sort((a, b) => (a.topChance ?? 1) - (b.topChance ?? 1));
  if (rows.length === 0) return null;
  const reasons = ({ account }: WorthyCustomer) => reasonsAgainst(locale, data.cards.scores.find(score => score.account === account)?.topReasons ?? []);
  const year = rows.reduce((sum, row) => sum + (row.revenueOfYear ?? 0), 0);
  return h("section", { id: "falling", tabindex: -1, "aria-labelledby": "falling-title" },
    h("h2", { id: "falling-title" }, locale.plural("fallingTitle", rows.length, locale.count(rows.length), locale.value("amount", Math.round(year)))),
    h("p", { class: "lead" }, locale.text("fallingLead"), isUnproven(context) && ` ${locale.text("potentialUnproven")}`),
    customersToday(context),
    dataTable<WorthyCustomer>({
      locale, rows, search: true, caption: locale.text("fallingCaption"), file: "falling-stars.csv",
      columns: [
        ...nameAndOwner(context, rows),
        { label: locale.text("stayChance"), value: row => row.topChance, show: row => row.topChance !== undefined && chance(locale.chance(row.topChance), row.topChance, "better") },
        { label: locale.text("revenueOfYear"), value: row => row.revenueOfYear, show: row => locale.value("amount", row.revenueOfYear) },
        { label: locale.text("lastOrder"), value: row => row.lastOrder, show: row => row.lastOrder && locale.shortDay(row.lastOrder) },
        { label: locale.text("reasons"), value: reasons, show: row => h("span", { class: "reasons" }, reasons(row)), onPhone: "line" },
      ],
    }));
}

/** The warehouse's count of the whole base, or what of the named ones the choices let through. */
function title({ data, facts, locale }: Context, rows: WorthyCustomer[]): string {
  const found = data.worth.unprofitable!;
  const [customers, loss] = facts.isFiltered ? [rows.length, rows.reduce((sum, row) => sum - row.profit!, 0)] : [found.customers, found.loss];
  if (customers > 0) return locale.plural("unprofitableTitle", customers, locale.count(customers), locale.value("amount", loss));
  return facts.isFiltered ? locale.text("unprofitableNoneChosen") : locale.text("unprofitableNone", locale.count(found.known));
}

function nameAndOwner(context: Context, rows: readonly WorthyCustomer[]): Column<WorthyCustomer>[] {
  const { locale } = context;
  return [
    { label: locale.text("customer"), value: row => row.name, show: row => who(context, row) },
    ...ownerColumn(locale, rows),
  ];
}
