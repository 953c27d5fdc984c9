import type { Context } from "../context";
import { h, type Child } from "../dom";
import { dataTable } from "../table";
import { who } from "../who";

export interface Content { id: string; title: Child; body: Child[] }

/** The customers that the choices let through and that bought in the period, the greatest revenue first. Of many thousands a figure is made when it is looked at. */
export function customerList(context: Context): Content {
  const { facts: { engine, selection }, locale } = context;
  const { accounts, amounts, names, of, total } = engine!.customers(selection);
  const nameOf = (place: number) => names.get(accounts[place]!)!;
  const revenueOf = (place: number) => amounts[place]! / 10_000;
  const shareOf = (place: number) => revenueOf(place) / (total / 10_000);
  const marginOf = (place: number) => of(accounts[place]!).margin;
  return {
    id: "customer-list",
    title: locale.plural("customerListTitle", accounts.length, locale.count(accounts.length)),
    body: [
      h("p", { class: "rule" }, locale.text("customerListReads", locale.period(selection.period))),
      dataTable<number>({
        locale, rows: Array.from(accounts.keys()), search: true, caption: locale.text("customers"), file: "customers-chosen.csv",
        columns: [
          { label: locale.text("rank"), value: place => place + 1 },
          { label: locale.text("customer"), value: nameOf, show: place => who(context, { account: accounts[place], name: nameOf(place) }) },
          { label: locale.text("revenue"), value: revenueOf, show: place => locale.value("amount", revenueOf(place)) },
          { label: locale.text("share"), value: shareOf, show: place => locale.ratio(shareOf(place)) },
          { label: locale.text("margin"), value: marginOf, show: place => locale.value("amount", marginOf(place)) },
          { label: locale.text("orders"), value: place => of(accounts[place]!).orders },
        ],
      }),
    ],
  };
}
