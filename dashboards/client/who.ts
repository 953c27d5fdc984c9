import type { Context } from "./context";
import { h, named } from "./dom";

/** A customer's name, which opens its card where the page's facts know it. */
export function who({ choose }: Pick<Context, "choose">, { account, name }: { account?: number | undefined; name: string }): HTMLElement {
  if (account === undefined) return named(name);
  return h("button", { type: "button", class: "who", "data-account": account, click: () => choose({ customer: String(account) }) }, named(name));
}
