import type { Context } from "./context";
import { h, named, type Child } from "./dom";
import type { Locale } from "./locale";
import type { Column } from "./table";

/** A customer's name, which opens its card where the page's facts know it. */
export function who({ choose }: Pick<Context, "choose">, { account, name }: { account?: number | undefined; name: string }): HTMLElement {
  if (account === undefined) return named(name);
  return h("button", { type: "button", class: "who", "data-account": account, click: () => choose({ customer: String(account) }) }, named(name));
}

/** A mark of one or more segments, which leads to the list of their customers under the choices made so far. */
export function behind({ choose, locale, state }: Pick<Context, "choose" | "locale" | "state">, segments: Readonly<Record<string, string>>, ...content: Child[]): HTMLElement {
  const filters = Object.fromEntries(Object.entries(segments).map(([dimension, segment]) => [dimension, [segment]]));
  return h("button", { type: "button", class: "behind", title: locale.text("listCustomers"), click: () => choose({ filters: { ...state.filters, ...filters }, list: true }) }, ...content);
}

/** Whose customers they are, where the exports say it of any. */
export function ownerColumn<T extends { owner?: string }>(locale: Locale, rows: readonly T[]): Column<T>[] {
  if (!rows.some(row => row.owner)) return [];
  return [{ label: locale.text("owner"), value: row => row.owner, show: row => row.owner && named(row.owner) }];
}
