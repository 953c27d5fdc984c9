import type { Context } from "../context";
import { h, named, type Child } from "../dom";
import type { Bought } from "../engine/groups";
import type { Column } from "../table";
import { who } from "../who";

/** An account of a list: a customer, whose name opens its card, a prospect, or nobody that the exports name. */
export interface Account { account: number; name: string | undefined; bought: Bought | undefined }

/** Tells who accounts are. */
export function accountsOf({ data, facts: { engine } }: Context): (account: number) => Account {
  const prospects = new Map(data.prospects.map(({ account, name }) => [account, name]));
  return account => {
    const customer = engine!.nameOf(account);
    return { account, name: customer ?? prospects.get(account), bought: customer === undefined ? undefined : engine!.groups.bought(account) };
  };
}

export function nameColumn(context: Context): Column<Account> {
  const { locale } = context;
  return { label: locale.text("account"), value: row => nameOf(context, row), show: row => shown(context, row), onPhone: "name" };
}

function nameOf({ locale }: Context, { account, name }: Account): string | undefined {
  return name ?? (account === 0 ? undefined : locale.text("prospect"));
}

function shown(context: Context, row: Account): Child {
  const { account, bought, name } = row;
  if (bought && name !== undefined) return who(context, { account, name });
  const said = nameOf(context, row);
  return said !== undefined && (name === undefined ? said : h("span", {}, named(said), h("small", {}, context.locale.text("prospect"))));
}

/** What they bought in all, when last, and since when they are lost: of customers alone. */
export function boughtColumns({ locale }: Context, rows: readonly Account[]): Column<Account>[] {
  const lost = { label: locale.text("lostSince"), value: (row: Account) => row.bought?.lostSince, show: (row: Account) => row.bought?.lostSince && locale.shortDay(row.bought.lostSince) };
  return [
    { label: locale.text("revenue"), value: row => row.bought?.revenue, show: row => row.bought && locale.value("amount", row.bought.revenue) },
    { label: locale.text("lastOrder"), value: row => row.bought?.lastOrder, show: row => row.bought?.lastOrder && locale.shortDay(row.bought.lastOrder) },
    ...(rows.some(row => row.bought?.lostSince) ? [lost] : []),
  ];
}

/** Those of the greatest revenue first. */
export function byRevenue(one: Account, other: Account): number {
  return (other.bought?.revenue ?? -Infinity) - (one.bought?.revenue ?? -Infinity) || one.account - other.account;
}
