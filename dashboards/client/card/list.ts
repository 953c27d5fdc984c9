import type { Context } from "../context";
import { h, type Child } from "../dom";
import { dataTable } from "../table";
import { who } from "../who";

export interface Content { id: string; title: Child; body: Child[] }

interface Line { rank: number; account: number; name: string; revenue: number; orders: number; margin: number | null }

/** The customers that the choices let through and that bought in the period, the greatest revenue first. */
export function customerList(context: Context): Content {
  const { facts: { engine, selection }, locale } = context;
  const ranking = engine!.customers(selection);
  const rows = Array.from(ranking.accounts, (account, place): Line => ({ rank: place + 1, account, name: ranking.names.get(account)!, revenue: ranking.amounts[place]! / 10_000, ...ranking.of(account) }));
  return {
    id: "customer-list",
    title: locale.plural("customerListTitle", rows.length, locale.count(rows.length)),
    body: [
      h("p", { class: "rule" }, locale.text("customerListReads", locale.period(selection.period))),
      dataTable<Line>({
        locale, rows, search: true, caption: locale.text("customers"), file: "customers-chosen.csv",
        columns: [
          { label: locale.text("rank"), value: row => row.rank },
          { label: locale.text("customer"), value: row => row.name, show: row => who(context, row) },
          { label: locale.text("revenue"), value: row => row.revenue, show: row => locale.value("amount", row.revenue) },
          { label: locale.text("share"), value: row => row.revenue / (ranking.total / 10_000), show: row => locale.ratio(row.revenue / (ranking.total / 10_000)) },
          { label: locale.text("margin"), value: row => row.margin, show: row => locale.value("amount", row.margin) },
          { label: locale.text("orders"), value: row => row.orders },
        ],
      }),
    ],
  };
}
