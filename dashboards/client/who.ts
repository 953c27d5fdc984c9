import type { Context } from "./context";
import { h, named } from "./dom";
import type { Locale } from "./locale";
import type { Column } from "./table";

/** A customer's name, which opens its card where the page's facts know it. */
export function who({ choose }: Pick<Context, "choose">, { account, name }: { account?: number | undefined; name: string }): HTMLElement {
  if (account === undefined) return named(name);
  return h("button", { type: "button", class: "who", "data-account": account, click: () => choose({ customer: String(account) }) }, named(name));
}

/** Whose customers they are, where the exports say it of any. */
export function ownerColumn<T extends { owner?: string }>(locale: Locale, rows: readonly T[]): Column<T>[] {
  if (!rows.some(row => row.owner)) return [];
  return [{ label: locale.text("owner"), value: row => row.owner, show: row => row.owner && named(row.owner) }];
}
